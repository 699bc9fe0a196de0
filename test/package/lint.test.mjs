// The lint rules of this project's own, each shown something that it has to find.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESLint } from 'eslint';

// rules with types need a whole project; these need none
const eslint = new ESLint({
  overrideConfig: { languageOptions: { parserOptions: { projectService: false, project: null } } },
  ruleFilter: ({ ruleId }) =>
    ['no-restricted-imports', 'no-restricted-syntax', 'no-restricted-properties'].includes(ruleId),
});

async function findings(filePath, code) {
  const [{ messages }] = await eslint.lintText(code, { filePath });
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

const imports = ['no-restricted-imports'];
const syntax = ['no-restricted-syntax'];

const cases = [
  // the direction: domain ← providers ← controllers ← elements ← define
  ['src/domain/x.ts', "import { addDays } from 'date-fns/addDays';", []],
  ['src/domain/x.ts', "import type { Expiry } from './expirations.js';", []],
  ['src/domain/x.ts', "import type { Call } from '../providers/customers-provider.js';", imports],
  ['src/domain/x.ts', "import { en } from '../messages/en.js';", imports],
  ['src/domain/x.ts', "import { html } from 'lit';", imports],
  ['src/domain/x.ts', "export const later = () => import('../elements/x/x.element.js');", syntax],
  ['src/domain/deeper/x.ts', "import '../../define/x.js';", imports],
  ['src/providers/memory/x.ts', "import type { Customer } from '../../domain/customer.js';", []],
  ['src/providers/memory/x.ts', "import * as v from 'valibot';", []],
  ['src/providers/memory/x.ts', "import { x } from '../../controllers/x.js';", imports],
  ['src/controllers/x.ts', "import { consume } from '@lit/context';", []],
  ['src/controllers/x.ts', "import { X } from '../elements/x/x.element.js';", imports],
  ['src/elements/x/x.element.ts', "import { Y } from '../y/y.element.js';", []],
  ['src/elements/x/x.element.ts', "import '../../define/y.js';", imports],
  ['src/elements/x/x.element.ts', "import { sampleData } from '../../../tools/sample-data.mjs';", imports],
  ['src/define/x.ts', "export const panel = () => import('../elements/x/x.element.js');", []],
  ['src/define/x.ts', "import { z } from '../testing/index.js';", imports],
  ['src/elements/x/x.element.ts', "import { Y } from '../../index.js';", imports],
  // one function of date-fns at a time
  ['src/domain/x.ts', "import { addDays } from 'date-fns';", imports],
  ['test/x.test.ts', "import { addDays } from 'date-fns';", imports],
  // what a strict content security policy blocks, and what turns text into markup
  ['src/elements/x/x.element.ts', 'html`<p style="color: red"></p>`;', syntax],
  ['src/elements/x/x.element.ts', 'html`<p .style=${x} part="style"></p>`;', []],
  ['src/elements/x/x.element.ts', "import { unsafeHTML } from 'lit/directives/unsafe-html.js';", imports],
  ['src/elements/x/x.element.ts', "import { styleMap } from 'lit/directives/style-map.js';", imports],
  ['src/elements/x/x.element.ts', "element.innerHTML = '';", ['no-restricted-properties']],
  // elements create each other by class
  ['src/elements/x/x.element.ts', 'html`<beacon-count-link></beacon-count-link>`;', syntax],
  ['stories/x.stories.ts', 'html`<beacon-count-link></beacon-count-link>`;', []],
];

for (const [file, code, expected] of cases) {
  test(`${expected.length ? 'refuses' : 'allows'} in ${file}: ${code}`, async () => {
    assert.deepEqual(await findings(file, code), expected);
  });
}
