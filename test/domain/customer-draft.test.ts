import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  blankFields,
  duplicateFields,
  fieldLimits,
  fieldProblems,
  isUntouched,
  requiredCapability,
  sentFields,
  withRequired,
  type CustomerFields,
} from '../../src/domain/customer-draft.js';

const owner = { firstName: 'Ada', lastName: 'Byron', email: 'ada@acme.example' };
const sound: CustomerFields = { ...blankFields, name: 'Acme', owners: [owner] };
const having = (changes: Partial<CustomerFields>): CustomerFields => ({ ...sound, ...changes });
const withEmail = (email: string) => having({ owners: [{ ...owner, email }] });
const withExpiry = (expires: string) => having({ capabilities: [{ capability: 'fcm', expires }] });

describe('fieldProblems (docs/rules.md §5.1)', () => {
  const longest = (field: keyof typeof fieldLimits, more = 0) =>
    having({ [field]: 'x'.repeat(fieldLimits[field] + more) });
  const cases: [what: string, fields: CustomerFields, problems: Record<string, string>][] = [
    ['nothing wrong', sound, {}],
    [
      'a blank form',
      blankFields,
      {
        name: 'required',
        'owners.0.firstName': 'required',
        'owners.0.lastName': 'required',
        'owners.0.email': 'required',
      },
    ],
    ['a name of white space', having({ name: ' \t\u00a0' }), { name: 'required' }],
    ['a name of one character', having({ name: 'x' }), {}],
    ['the longest name', longest('name'), {}],
    ['the longest name with white space around it', having({ name: ` ${'x'.repeat(512)} ` }), {}],
    ['a longer name', longest('name', 1), { name: 'too-long' }],
    ['512 characters of two places each', having({ name: '😀'.repeat(512) }), {}],
    ['513 characters of two places each', having({ name: '😀'.repeat(513) }), { name: 'too-long' }],
    ['the longest description', longest('description'), {}],
    ['a longer description', longest('description', 1), { description: 'too-long' }],
    ['the longest external ID', longest('externalId'), {}],
    ['a longer external ID', longest('externalId', 1), { externalId: 'too-long' }],
    ['no owner', having({ owners: [] }), { owners: 'required' }],
    [
      'a second owner without a name',
      having({ owners: [owner, { ...owner, lastName: ' ' }] }),
      { 'owners.1.lastName': 'required' },
    ],
    ['no capability', having({ capabilities: [] }), { capabilities: 'required' }],
    ['a capability of the parent', withExpiry(''), {}],
    [
      'a capability that the parent lacks',
      having({ capabilities: [{ capability: 'fss', expires: '' }] }),
      { 'capabilities.fss': 'not-offered' },
    ],
    [
      'several problems',
      having({ name: '', description: 'x'.repeat(5000) }),
      { name: 'required', description: 'too-long' },
    ],
  ];
  for (const [what, fields, problems] of cases) {
    it(what, () => {
      expect(Object.fromEntries(fieldProblems(fields, new Set(['fcm'])))).to.deep.equal(problems);
    });
  }

  it('takes any capability where it is not known what the parent has', () => {
    const fields = having({ capabilities: [{ capability: 'fss', expires: '' }] });
    expect(fieldProblems(fields)).to.have.property('size', 0);
  });

  it('takes iam whatever the parent has', () => {
    expect(fieldProblems(sound, new Set())).to.have.property('size', 0);
  });

  const emails: [email: string, problem?: string][] = [
    ['ada@acme.example'],
    [' ada@acme.example '],
    ['ada.byron+portal@mail.acme.example'],
    ['ada@localhost'],
    ['', 'required'],
    [' ', 'required'],
    ['ada', 'not-an-email'],
    ['ada@', 'not-an-email'],
    ['@acme.example', 'not-an-email'],
    ['ada@acme@example', 'not-an-email'],
    ['ada byron@acme.example', 'not-an-email'],
    ['ada@acme..example', 'not-an-email'],
    ['ada@-acme.example', 'not-an-email'],
    ['Ada <ada@acme.example>', 'not-an-email'],
    ['ada@acme.example, bob@acme.example', 'not-an-email'],
  ];
  for (const [email, problem] of emails) {
    it(`${problem ?? 'takes'} the e-mail "${email}"`, () => {
      expect(fieldProblems(withEmail(email)).get('owners.0.email')).to.equal(problem);
    });
  }

  const expiries: [expires: string, problem?: string][] = [
    [''],
    ['  '],
    ['2027-03-04'],
    [' 2027-03-04 '],
    ['2024-02-29'],
    ['2027-03-04T12:00:00Z'],
    ['2027-02-29', 'unreadable-date'],
    ['04.03.2027', 'unreadable-date'],
    ['3/4/2027', 'unreadable-date'],
    ['2027-03-04T12:00', 'unreadable-date'],
    ['next spring', 'unreadable-date'],
  ];
  for (const [expires, problem] of expiries) {
    it(`${problem ?? 'takes'} the expiry "${expires}"`, () => {
      expect(fieldProblems(withExpiry(expires)).get('capabilities.fcm')).to.equal(problem);
    });
  }
});

describe('duplicateFields', () => {
  it('marks every customer whose name or external ID another one has, case and white space aside', () => {
    const list = [
      having({ name: 'Acme', externalId: 'W1' }),
      having({ name: 'Borealis', externalId: 'W2' }),
      having({ name: ' ACME ', externalId: 'w2' }),
      having({ name: 'acme', externalId: '' }),
      having({ name: 'Cetus', externalId: '' }),
    ];
    expect(duplicateFields(list).map((problems) => [...problems.keys()])).to.deep.equal([
      ['name'],
      ['externalId'],
      ['name', 'externalId'],
      ['name'],
      [],
    ]);
  });

  it('leaves blank names alone: what is missing is another problem', () => {
    expect(duplicateFields([blankFields, blankFields]).map(({ size }) => size)).to.deep.equal([0, 0]);
  });

  it('takes two ways to write an accent for one', () => {
    const [first] = duplicateFields([having({ name: 'Caf\u00e9' }), having({ name: 'Cafe\u0301' })]);
    expect(first?.get('name')).to.equal('duplicate');
  });
});

describe('sentFields', () => {
  it('leaves out what is blank, and the white space around the rest', () => {
    const fields = having({ name: ' Acme ', externalId: ' ', description: '\n', capabilities: [] });
    expect(sentFields(fields)).to.deep.equal({
      name: 'Acme',
      owners: [owner],
      capabilities: [{ capability: requiredCapability }],
    });
  });

  it('keeps what is filled in', () => {
    const capabilities = [
      { capability: 'iam', expires: '' },
      { capability: 'fcm', expires: ' 2027-03-04 ' },
    ];
    const owners = [{ firstName: ' Ada ', lastName: ' Byron ', email: ' ada@acme.example ' }];
    const fields = having({ externalId: ' 00123 ', description: ' A\nB ', owners, capabilities });
    expect(sentFields(fields)).to.deep.equal({
      name: 'Acme',
      externalId: '00123',
      description: 'A\nB',
      owners: [owner],
      capabilities: [{ capability: 'iam' }, { capability: 'fcm', expires: '2027-03-04' }],
    });
  });
});

describe('isUntouched', () => {
  it('is a form in which nothing was filled in', () => {
    expect(isUntouched(blankFields)).to.equal(true);
    expect(isUntouched({ ...blankFields, name: ' ', capabilities: [] })).to.equal(true);
    for (const changes of [{ name: 'A' }, { externalId: '1' }, { description: 'a' }, { owners: [owner] }])
      expect(isUntouched({ ...blankFields, ...changes }), JSON.stringify(changes)).to.equal(false);
    expect(isUntouched({ ...blankFields, capabilities: [{ capability: 'fcm', expires: '' }] })).to.equal(false);
  });
});

describe('any form', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', ' ', 'x'.repeat(600), '2027-03-04', 'a@b.c'),
  );
  const anyFields: fc.Arbitrary<CustomerFields> = fc.record({
    name: text,
    externalId: text,
    description: text,
    owners: fc.array(fc.record({ firstName: text, lastName: text, email: text }), { maxLength: 4 }),
    capabilities: fc.uniqueArray(fc.record({ capability: text, expires: text }), {
      maxLength: 4,
      selector: ({ capability }) => capability,
    }),
  });

  it('is sent with the same problems that it has, and never without iam', () => {
    fc.assert(
      fc.property(anyFields, (fields) => {
        const sent = sentFields(fields);
        expect(sent.capabilities.map(({ capability }) => capability)).to.include(requiredCapability);
        const again: CustomerFields = {
          ...blankFields,
          ...sent,
          capabilities: sent.capabilities.map(({ capability, expires = '' }) => ({ capability, expires })),
        };
        const whole = { ...fields, capabilities: withRequired(fields.capabilities) };
        expect([...fieldProblems(again)]).to.deep.equal([...fieldProblems(whole)]);
      }),
    );
  });

  it('marks duplicates whatever the order of the list', () => {
    fc.assert(
      fc.property(fc.array(anyFields, { maxLength: 8 }), (list) => {
        const marked = (problems: readonly ReadonlyMap<string, string>[]) => problems.map((each) => [...each].sort());
        expect(marked(duplicateFields(list.toReversed())).toReversed()).to.deep.equal(marked(duplicateFields(list)));
      }),
    );
  });
});
