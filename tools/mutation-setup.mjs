// What the tests of src/domain and src/providers expect of their runner, where that is Vitest in Node instead of Mocha
// in a browser.
import fc from 'fast-check';
import { it } from 'vitest';

// the same samples for every mutant; the smallest counterexample is of no interest
fc.configureGlobal({ seed: 1, endOnFailure: true });

/** Mocha gives a test its own timeout through `this`; here they all have one. */
globalThis.it = (name, run) => it(name, () => run.call({ timeout: () => undefined }));
