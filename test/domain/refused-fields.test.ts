import { expect } from '@open-wc/testing';
import { blankFields, type CustomerFields } from '../../src/domain/customer-draft.js';
import { refusalReasons } from '../../src/domain/refusal-reason.js';
import { refusedFields, type Refusal } from '../../src/domain/refused-fields.js';

const fields: CustomerFields = {
  ...blankFields,
  owners: [...blankFields.owners, ...blankFields.owners],
  capabilities: [{ capability: 'a.b', expires: '' }],
};
const marked = (refusal: Refusal) => Object.fromEntries(refusedFields(fields, refusal));

describe('refusedFields', () => {
  it('marks what a reason is about, and nothing for the others', () => {
    const expected: Record<string, object> = {
      'name-taken': { name: 'taken' },
      'external-id-taken': { externalId: 'taken' },
      'capabilities-not-allowed': { capabilities: 'refused' },
    };
    for (const reason of refusalReasons) expect(marked({ reason }), reason).to.deep.equal(expected[reason] ?? {});
  });

  it('marks the fields that are named, and passes over addresses that the form does not have', () => {
    const known = ['name', 'externalId', 'description', 'owners', 'owners.1.email', 'capabilities', 'capabilities.a.b'];
    const unknown = ['colour', 'owners.2.email', 'owners.0.phone', 'capabilities.c', '__proto__', ''];
    expect(marked({ fields: [...known, ...unknown].map((field) => ({ field })) })).to.deep.equal(
      Object.fromEntries(known.map((field) => [field, 'refused'])),
    );
  });

  it('prefers the reason, which says more', () => {
    expect(marked({ reason: 'name-taken', fields: [{ field: 'name' }] })).to.deep.equal({ name: 'taken' });
  });
});
