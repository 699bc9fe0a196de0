import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { CustomerEdit } from '../../src/controllers/customer-edit.js';
import { areSame, fieldsOf } from '../../src/domain/customer-changes.js';
import type { CustomerFields } from '../../src/domain/customer-draft.js';
import { callWith } from '../providers/samples.js';
import { ContendedCustomers, fates, type ContendedOptions, type Contender } from './contended-customers.js';
import { acorn } from './versioned-customer.js';

const customers = [acorn, { ...acorn, id: '43', name: 'Beech' }];
const viewers = 3;
const editsEach = 8;
const runs = 60;

const host = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
};

/** One edit of a viewer: what is typed where, what becomes of it on its way, and what the viewer does where asked. */
const step = fc.record({
  of: fc.constantFrom('42', '43'),
  field: fc.constantFrom('name' as const, 'externalId' as const, 'description' as const),
  text: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
  fate: fc.constantFrom(...fates),
  lostReads: fc.constantFrom(0, 0, 0, 1),
  choice: fc.constantFrom('mine' as const, 'theirs' as const),
  isPatient: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** How often something happened, so that it is certain that it did. */
interface Tally {
  edits: number;
  saved: number;
  compared: number;
  unanswered: number;
}

/** A viewer with a form for each customer. */
class Viewer {
  readonly #edits: ReadonlyMap<string, CustomerEdit>;
  readonly #contender: Contender;
  readonly #tally: Tally;
  #isSaved = false;

  constructor(backend: ContendedCustomers, tally: Tally) {
    this.#tally = tally;
    const edits = new Map<string, CustomerEdit>();
    const contender = backend.join((id) => this.shown(id));
    for (const { id } of customers) {
      const options = { provider: contender, description: backend.description, call: callWith };
      edits.set(
        id,
        new CustomerEdit(host, {
          ...options,
          customer: backend.customer(id),
          onUpdated: () => (this.#isSaved = true),
          onError: () => {},
        }),
      );
    }
    this.#contender = contender;
    this.#edits = edits;
  }

  /** The customer as the form or the comparison shows it, before what the viewer has changed. */
  shown(id: string): CustomerFields {
    return fieldsOf(this.#edit(id).customer);
  }

  async make({ of, field, text, fate, lostReads, choice, isPatient }: Step): Promise<void> {
    const edit = this.#edit(of);
    this.#tally.edits += 1;
    this.#isSaved = false;
    edit.change({ ...edit.fields, [field]: text });
    if (!edit.hasUnsavedChanges) return;
    Object.assign(this.#contender, { fate, lostReads });
    await edit.save();
    // somebody else may write the same, which from then on is theirs
    let isOwnChange = true;
    for (let tries = 0; tries < 10 && edit.hasUnsavedChanges; tries += 1) {
      if (edit.phase === 'unknown') {
        this.#tally.unanswered += 1;
        await edit.check();
      } else if (edit.comparison) {
        this.#tally.compared += 1;
        isOwnChange &&= choice === 'mine' && edit.comparison.differences.some(({ key }) => key === field);
        for (const { key } of edit.comparison.differences) edit.choose(key, choice);
        await edit.save();
      } else if (isPatient) await edit.save();
      else edit.discard();
    }
    if (edit.hasUnsavedChanges) return edit.discard();
    if (!this.#isSaved) return;
    this.#tally.saved += 1;
    const told = this.#contender.told.get(of);
    expect(told && areSame(edit.fields, told), 'what is shown as saved is not what the backend said').to.equal(true);
    if (isOwnChange) expect(edit.fields[field], 'what was saved is not what was typed').to.equal(text);
  }

  #edit(id: string): CustomerEdit {
    const edit = this.#edits.get(id);
    if (!edit) throw new Error(`no form for ${id}`);
    return edit;
  }
}

/** Whatever order requests and answers come in, nothing is written over that its writer had not been shown. */
function noLostUpdate(options: ContendedOptions, tally: Tally) {
  const scripts = fc.array(fc.array(step, { minLength: editsEach, maxLength: editsEach }), {
    minLength: viewers,
    maxLength: viewers,
  });
  return fc.asyncProperty(fc.scheduler(), scripts, async (scheduler, all) => {
    const backend = new ContendedCustomers(customers, scheduler, options);
    const edited = all.map(async (script) => {
      const viewer = new Viewer(backend, tally);
      for (const each of script) await viewer.make(each);
    });
    await scheduler.waitFor(Promise.all(edited));
    await scheduler.waitIdle();
    expect(backend.overwritten, 'overwritten unseen').to.deep.equal([]);
  });
}

const freshTally = (): Tally => ({ edits: 0, saved: 0, compared: 0, unanswered: 0 });
const parameters = { seed: 20_261_124, numRuns: runs, includeErrorInReport: true };

for (const versioned of [true, false]) {
  it(`1,000 random edits at once lose nothing on a backend ${versioned ? 'with' : 'without'} versions`, async () => {
    const tally = freshTally();
    await fc.assert(noLostUpdate({ versioned }, tally), parameters);
    expect(tally.edits).to.be.at.least(1000);
    for (const times of Object.values(tally)) expect(times, JSON.stringify(tally)).to.be.at.least(20);
  }).timeout(60_000);
}

for (const [fault, options] of Object.entries<ContendedOptions>({
  'ignores the version': { versioned: true, heedsVersions: false },
  'reads what it read before': { versioned: false, readsAnew: false },
})) {
  it(`a backend that ${fault} is found to lose some`, async () => {
    const { failed, errorInstance } = await fc.check(noLostUpdate(options, freshTally()), {
      ...parameters,
      endOnFailure: true,
    });
    expect(failed).to.equal(true);
    expect(String(errorInstance)).to.include('overwritten unseen');
  }).timeout(60_000);
}
