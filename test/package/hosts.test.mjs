// The built package in a partner's own project: with stricter types than ours, and in Node: run `npm run build` before.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { describe, it, test } from 'node:test';
import ts from 'typescript';

test('compiles in a project with exact optional property types', () => {
  // within the project, so that the package finds itself and its dependencies by name
  mkdirSync('test-results', { recursive: true });
  const folder = mkdtempSync('test-results/host-');
  const host = `${folder}/host.ts`;
  writeFileSync(
    host,
    `import 'customers-overview/define/customers-overview.js';
     import type { CustomersProvider } from 'customers-overview';
     import { MemoryProvider } from 'customers-overview/providers/memory.js';
     import { describeProvider, ScriptedProvider } from 'customers-overview/testing.js';
     export const providers: readonly CustomersProvider[] = [new MemoryProvider([]), new ScriptedProvider()];
     describeProvider('MemoryProvider', () => new MemoryProvider([]));`,
  );
  try {
    const program = ts.createProgram([host], {
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
    });
    const problems = ts.getPreEmitDiagnostics(program);
    const names = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => '.', getNewLine: () => '\n' };
    assert.equal(ts.formatDiagnostics(problems, names), '');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const { MemoryProvider } = await import('customers-overview/providers/memory.js');
const { conformanceCustomers, describeProvider } = await import('customers-overview/testing.js');
const now = new Date('2026-06-15T12:00:00Z');
const customers = conformanceCustomers({ now });
describeProvider('MemoryProvider in Node', () => new MemoryProvider(customers), {
  runner: { describe, it: (title, body) => it(title, body) },
  customers,
  call: { now },
  change: (provider, customer) => provider.putCustomers([customer]),
});
