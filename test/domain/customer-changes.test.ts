import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  areComparable,
  areSame,
  changeProblems,
  changesOf,
  chosenFields,
  fieldsOf,
  keptReason,
  versionDifferences,
  withChanges,
  type KeptReason,
  type VersionChoice,
} from '../../src/domain/customer-changes.js';
import type { CustomerCapability, CustomerDetails, Owner } from '../../src/domain/customer.js';
import type { CustomerFields } from '../../src/domain/customer-draft.js';

const ada: Owner = { firstName: 'Ada', lastName: 'Park', email: 'ada@acorn.example' };
const bo: Owner = { firstName: 'Bo', lastName: 'Lind', email: 'bo@acorn.example' };
const iam = { capability: 'iam', expires: '' };
const fcm = { capability: 'fcm', expires: '2027-01-01' };

const acorn: CustomerFields = {
  name: 'Acorn',
  externalId: 'W1',
  description: 'Trees',
  owners: [ada],
  capabilities: [iam, fcm],
};

/** A customer whose form says this. */
function detailsOf(fields: CustomerFields, more: Partial<CustomerDetails> = {}): CustomerDetails {
  return {
    id: '42',
    name: fields.name,
    externalId: fields.externalId,
    description: fields.description,
    relationship: 'managed',
    beacons: { state: 'pending' },
    expirations: { state: 'pending' },
    owners: { state: 'ready', value: fields.owners },
    capabilities: {
      state: 'ready',
      value: fields.capabilities.map(({ capability, expires }) => ({ capability, ...(expires && { expires }) })),
    },
    ...more,
  };
}

describe('why a capability is kept', () => {
  const table: readonly [
    Pick<CustomerCapability, 'capability' | 'inUse'>,
    boolean | undefined,
    KeptReason | undefined,
  ][] = [
    [{ capability: 'iam' }, false, 'required'],
    [{ capability: 'iam', inUse: true }, true, 'required'],
    [{ capability: 'fcm' }, false, undefined],
    [{ capability: 'fcm' }, undefined, undefined],
    [{ capability: 'fcm', inUse: false }, true, 'tiered'],
    [{ capability: 'fcm', inUse: true }, false, 'in-use'],
    [{ capability: 'fcm', inUse: true }, true, 'in-use'],
  ];
  for (const [capability, tiered, expected] of table) {
    it(`${JSON.stringify(capability)}, tiered ${String(tiered)}: ${String(expected)}`, () => {
      expect(keptReason(capability, { tiered })).to.equal(expected);
    });
  }

  it('takes a customer of whom nothing is known for one without customers of its own', () => {
    expect(keptReason({ capability: 'fcm' })).to.equal(undefined);
  });
});

describe('the fields of a customer', () => {
  it('are what its details say', () => {
    expect(fieldsOf(detailsOf(acorn))).to.deep.equal(acorn);
  });

  it('are blank where there is nothing, or nothing was read', () => {
    const bare = detailsOf(acorn, {
      externalId: undefined,
      description: undefined,
      owners: { state: 'forbidden' },
      capabilities: undefined,
    });
    expect(fieldsOf(bare)).to.deep.equal({
      name: 'Acorn',
      externalId: '',
      description: '',
      owners: [],
      capabilities: [],
    });
  });

  it('can be compared where the same of them were read', () => {
    const whole = detailsOf(acorn);
    expect(areComparable(whole, detailsOf({ ...acorn, owners: [] }))).to.equal(true);
    expect(areComparable(whole, detailsOf(acorn, { owners: { state: 'forbidden' } }))).to.equal(false);
    expect(areComparable(whole, detailsOf(acorn, { capabilities: { state: 'unavailable' } }))).to.equal(false);
    expect(areComparable(whole, detailsOf(acorn, { capabilities: undefined }))).to.equal(false);
  });
});

describe('what is sent of a change', () => {
  const table: readonly [string, Partial<CustomerFields>, object][] = [
    ['nothing where nothing changed', {}, {}],
    ['nothing for white space', { name: ' Acorn ', description: 'Trees\n' }, {}],
    ['nothing for another order', { capabilities: [fcm, iam] }, {}],
    ['a name', { name: 'Birch ' }, { name: 'Birch' }],
    ['a text that was emptied', { externalId: ' ', description: '' }, { externalId: '', description: '' }],
    ['all owners where one was added', { owners: [ada, bo] }, { owners: [ada, bo] }],
    [
      'all owners where one has another name',
      { owners: [{ ...ada, lastName: 'Lee' }] },
      { owners: [{ ...ada, lastName: 'Lee' }] },
    ],
    [
      'all capabilities where one expires later',
      { capabilities: [iam, { ...fcm, expires: '2028-01-01' }] },
      { capabilities: [{ capability: 'iam' }, { capability: 'fcm', expires: '2028-01-01' }] },
    ],
    ['all capabilities where one went', { capabilities: [iam] }, { capabilities: [{ capability: 'iam' }] }],
  ];
  for (const [title, after, expected] of table) {
    it(title, () => {
      expect(changesOf(acorn, { ...acorn, ...after })).to.deep.equal(expected);
    });
  }

  it('tells owners of one e-mail apart', () => {
    const twins = { ...acorn, owners: [ada, { ...ada, firstName: 'Eve' }] };
    expect(changesOf(twins, { ...twins, owners: [ada] })).to.deep.equal({ owners: [ada] });
  });
});

describe('what is wrong with a change', () => {
  const broken: CustomerFields = {
    ...acorn,
    owners: [{ ...ada, lastName: '' }],
    capabilities: [iam, { capability: 'fcm', expires: 'next spring' }],
  };

  it('is nothing that was so before', () => {
    expect([...changeProblems(broken, { ...broken, name: 'Birch' }, new Set(['optima']))]).to.deep.equal([]);
    expect([...changeProblems({ ...acorn, owners: [] }, { ...acorn, owners: [], name: 'Birch' })]).to.deep.equal([]);
  });

  it('is what the viewer made of it', () => {
    const after = {
      ...broken,
      name: ' ',
      owners: [...broken.owners, { ...bo, email: 'bo' }],
      capabilities: [...broken.capabilities, { capability: 'policy', expires: '' }],
    };
    expect([...changeProblems(broken, after, new Set(['optima']))]).to.deep.equal([
      ['name', 'required'],
      ['owners.1.email', 'not-an-email'],
      ['capabilities.policy', 'not-offered'],
    ]);
    expect([...changeProblems(acorn, { ...acorn, owners: [] })]).to.deep.equal([['owners', 'required']]);
  });
});

describe('the versions of two people', () => {
  const suggestions = (
    mine: Partial<CustomerFields>,
    theirs: Partial<CustomerFields>,
    more?: Partial<CustomerDetails>,
  ) =>
    versionDifferences(acorn, { ...acorn, ...mine }, detailsOf({ ...acorn, ...theirs }, more)).map(
      ({ key, suggested, kept }) => [key, suggested, ...(kept ? [kept] : [])],
    );

  it('differ in nothing where both say the same', () => {
    expect(suggestions({}, {})).to.deep.equal([]);
    expect(suggestions({ name: 'Birch', owners: [bo] }, { name: 'Birch', owners: [bo] })).to.deep.equal([]);
  });

  it('suggest whoever changed something alone, and nobody where both did', () => {
    expect(suggestions({ name: 'Birch', description: 'Oaks' }, { name: 'Cedar', externalId: 'W2' })).to.deep.equal([
      ['name', undefined],
      ['externalId', 'theirs'],
      ['description', 'mine'],
    ]);
  });

  it('are compared owner by owner and capability by capability', () => {
    const optima = { capability: 'optima', expires: '' };
    expect(
      suggestions({ owners: [ada, bo], capabilities: [iam, fcm, optima] }, { owners: [], capabilities: [iam] }),
    ).to.deep.equal([
      ['owners.ada@acorn.example', 'theirs'],
      ['owners.bo@acorn.example', 'mine'],
      ['capabilities.fcm', 'theirs'],
      ['capabilities.optima', 'mine'],
    ]);
  });

  it('keep what cannot be taken away any more, whatever was chosen', () => {
    const mine = { ...acorn, capabilities: [iam] };
    const latest = detailsOf(acorn, {
      capabilities: {
        state: 'ready',
        value: [{ capability: 'iam' }, { capability: 'fcm', expires: '2027-01-01', inUse: true }],
      },
    });
    const differences = versionDifferences(acorn, mine, latest);
    expect(differences.map(({ key, suggested, kept }) => [key, suggested, kept])).to.deep.equal([
      ['capabilities.fcm', 'theirs', 'in-use'],
    ]);
    const chosen = chosenFields(fieldsOf(latest), differences, new Map([['capabilities.fcm', 'mine']]));
    expect(areSame(chosen, acorn)).to.equal(true);
    expect(suggestions({ capabilities: [iam] }, {}, { tiered: true })).to.deep.equal([
      ['capabilities.fcm', 'theirs', 'tiered'],
    ]);
  });

  it('give what was chosen, and theirs where nothing was', () => {
    const mine = { ...acorn, name: 'Birch', externalId: 'W7', capabilities: [iam] };
    const theirs = { ...acorn, name: 'Cedar', externalId: 'W8', owners: [ada, bo] };
    const differences = versionDifferences(acorn, mine, detailsOf(theirs));
    expect(chosenFields(theirs, differences, new Map([['name', 'mine']]))).to.deep.equal({
      ...acorn,
      name: 'Birch',
      externalId: 'W8',
      owners: [ada, bo],
      capabilities: [iam],
    });
  });
});

const text = fc.constantFrom('', 'a', 'b', ' a ', 'Ünï', '__proto__');
const fields: fc.Arbitrary<CustomerFields> = fc.record({
  name: text,
  externalId: text,
  description: text,
  owners: fc.array(
    fc.record({ firstName: text, lastName: text, email: fc.constantFrom('x@a', 'X@a', 'y@a', '__proto__', '') }),
    { maxLength: 3 },
  ),
  capabilities: fc
    .uniqueArray(
      fc.record({
        capability: fc.constantFrom('fcm', 'optima', '__proto__'),
        expires: fc.constantFrom('', '2027-01-01'),
      }),
      { selector: ({ capability }) => capability, maxLength: 3 },
    )
    .map((capabilities) => [iam, ...capabilities]),
});

describe('changes, whatever they are', () => {
  it('made to what was before, give what is wanted', () => {
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        const changed = withChanges(before, changesOf(before, after));
        expect(areSame(changed, after)).to.equal(true);
      }),
    );
  });

  it('name nothing that did not change', () => {
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        for (const field of Object.keys(changesOf(before, after))) {
          // the keys of changes are names of fields
          const name = field as keyof CustomerFields;
          expect(areSame(before, { ...before, [name]: after[name] }), field).to.equal(false);
        }
        expect(changesOf(before, before)).to.deep.equal({});
      }),
    );
  });

  it('of two people lose nothing unseen: what is in one version alone is a difference, or was taken back by its author', () => {
    fc.assert(
      fc.property(fields, fields, fields, (before, mine, theirs) => {
        const differences = versionDifferences(before, mine, detailsOf(theirs));
        const all = (choice: VersionChoice) => new Map(differences.map(({ key }) => [key, choice]));
        // whichever version is chosen throughout is what comes out: the differences are all there is between them
        expect(areSame(chosenFields(theirs, differences, all('theirs')), theirs)).to.equal(true);
        const kept = differences.some((difference) => difference.kept);
        expect(kept || areSame(chosenFields(theirs, differences, all('mine')), mine)).to.equal(true);
        // and nobody is overwritten by what is only suggested
        for (const { before: old, mine: my, theirs: their, suggested } of differences) {
          const loser = suggested === 'mine' ? their : suggested === 'theirs' ? my : old;
          expect(JSON.stringify(loser)).to.equal(JSON.stringify(old));
        }
      }),
    );
  });
});
