import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { CustomerEdit } from '../../src/controllers/customer-edit.js';
import { areSame, fieldsOf } from '../../src/domain/customer-changes.js';
import { callWith } from '../providers/samples.js';
import { acorn, VersionedCustomer } from './versioned-customer.js';

const host = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
};

function editOf(provider: VersionedCustomer, versioned: boolean) {
  const updated: string[] = [];
  const edit = new CustomerEdit(host, {
    provider,
    description: { version: 1, versioned },
    customer: provider.customer,
    call: callWith,
    onUpdated: ({ name }) => updated.push(name),
    onError: () => {},
  });
  return { edit, updated };
}

/** One step of one of two viewers. */
const step = fc.record({
  viewer: fc.nat(1),
  field: fc.constantFrom('name' as const, 'externalId' as const, 'description' as const),
  text: fc.constantFrom('A', 'B', 'C', 'D'),
  choice: fc.constantFrom('mine' as const, 'theirs' as const),
  isSaved: fc.boolean(),
  isLost: fc.boolean(),
});

for (const versioned of [true, false]) {
  describe(`two viewers of a backend ${versioned ? 'with' : 'without'} versions`, () => {
    it('lose no edit unseen in 1,000 random ones, and see in the end what the backend has', async () => {
      let edits = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 20 }), async (steps) => {
          const provider = new VersionedCustomer(acorn, versioned);
          const viewers = [editOf(provider, versioned).edit, editOf(provider, versioned).edit];
          for (const { viewer, field, text, choice, isSaved, isLost } of steps) {
            const edit = viewers[viewer];
            if (!edit) throw new Error('there are two');
            edits += 1;
            edit.change({ ...edit.fields, [field]: text });
            // nothing is sent of a form that says what was read, so that nothing is learned either
            if (!isSaved || !edit.hasUnsavedChanges) continue;
            provider.losesAnswers = isLost;
            const seen = fieldsOf(edit.customer);
            const there = fieldsOf(provider.customer);
            await edit.save();
            // whatever another viewer has written since is shown before anything is written over it
            if (!areSame(seen, there)) {
              expect(areSame(fieldsOf(provider.customer), there), 'overwritten unseen').to.equal(true);
            }
            for (const difference of edit.comparison?.differences ?? []) edit.choose(difference.key, choice);
            await edit.save();
            provider.losesAnswers = false;
            expect(edit.phase).to.equal('editing');
            expect(areSame(fieldsOf(edit.customer), fieldsOf(provider.customer)), 'not what is there').to.equal(true);
          }
        }),
        { numRuns: 50 },
      );
      expect(edits).to.be.at.least(1000);
    });
  });
}

describe('an edit', () => {
  it('is sent once, however often it is saved', async () => {
    const provider = new VersionedCustomer(acorn);
    const { edit, updated } = editOf(provider, true);
    edit.change({ ...edit.fields, name: 'Birch' });
    await Promise.all([edit.save(), edit.save()]);
    expect(updated).to.deep.equal(['Birch']);
    expect(provider.customer.version).to.equal('2');
  });

  it('that was made although its answer was lost is found to be saved', async () => {
    const provider = new VersionedCustomer(acorn);
    const { edit, updated } = editOf(provider, true);
    provider.losesAnswers = true;
    edit.change({ ...edit.fields, name: 'Birch' });
    await edit.save();
    expect([edit.outcome?.kind, edit.hasUnsavedChanges]).to.deep.equal(['saved', false]);
    expect(updated).to.deep.equal(['Birch']);
  });
});
