import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';

/** Loads a module and says which tags it registered. */
async function registeredBy(path: string): Promise<string[]> {
  const tags: string[] = [];
  const define = customElements.define.bind(customElements);
  customElements.define = (tag: string, ...rest) => {
    tags.push(tag);
    define(tag, ...rest);
  };
  try {
    await import(path);
  } finally {
    customElements.define = define;
  }
  return tags;
}

describe('the modules of src/', () => {
  let modules: readonly string[];
  before(async () => {
    modules = await executeServerCommand<string[], never>('source-modules');
  });

  // also what counts a module that no other test loads into the coverage
  it('have no side effect on the page, define/ apart', async () => {
    const others = modules.filter((path) => !path.startsWith('/src/define/'));
    expect(others).to.include('/src/domain/customer.ts');
    const globals = Object.keys(globalThis);
    for (const path of others) expect(await registeredBy(path), path).to.deep.equal([]);
    expect(Object.keys(globalThis)).to.deep.equal(globals);
    expect(document.querySelectorAll('style')).to.have.length(0);
    expect(document.adoptedStyleSheets).to.deep.equal([]);
  });

  it('in define/ can be loaded one after another, in any order', async () => {
    const defines = modules.filter((path) => path.startsWith('/src/define/'));
    expect(defines).to.not.be.empty;
    const tags: string[] = [];
    for (const path of defines) tags.push(...(await registeredBy(path)));
    for (const path of defines) {
      const tag = /([^/]+)\.ts$/.exec(path)?.[1] ?? '';
      if (tag.includes('-')) expect(customElements.get(tag), tag).to.be.a('function');
    }
    expect(new Set(tags).size).to.equal(tags.length);
  });
});
