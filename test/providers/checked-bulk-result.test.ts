import { expect } from '@open-wc/testing';
import { checkBulkResult } from '../../src/providers/checked-bulk-result.js';
import { refusalOf } from './samples.js';

/** The outcomes, without what is absent in them. */
const outcomesOf = (outcomes: unknown, ...keys: string[]): unknown =>
  JSON.parse(JSON.stringify(Object.fromEntries(checkBulkResult({ outcomes }, keys))));

describe('checkBulkResult', () => {
  const items: [what: string, item: object, outcome: object][] = [
    ['done', { id: '42' }, { kind: 'done', id: '42' }],
    ['done, without an ID', {}, { kind: 'done' }],
    ['done, with no error', { id: '42', error: null }, { kind: 'done', id: '42' }],
    ['an ID that is none', { id: 42 }, { kind: 'unknown' }],
    ['a blank ID', { id: ' ' }, { kind: 'unknown' }],
    ['an error that is none', { error: 'no' }, { kind: 'unknown' }],
    ['an error and an ID', { id: '42', error: { code: 'conflict' } }, { kind: 'refused', code: 'conflict' }],
    ['a code that is not known', { error: { code: 'teapot' } }, { kind: 'refused', code: 'unknown' }],
    ['no code', { error: {} }, { kind: 'refused', code: 'unknown' }],
    [
      'a reason that is not known, and a message that is none',
      { error: { code: 'conflict', reason: 'mood', message: 5, fields: 'name' } },
      { kind: 'refused', code: 'conflict' },
    ],
    [
      'all that can be said',
      {
        error: { code: 'conflict', reason: 'name-taken', message: 'Taken.', fields: [{ field: 'name' }, 5], secret: 1 },
      },
      {
        kind: 'refused',
        code: 'conflict',
        reason: 'name-taken',
        message: 'Taken.',
        fields: [{ field: 'name' }],
      },
    ],
    ['an outcome that nobody knows', { error: { code: 'timeout', reason: 'outcome-unknown' } }, { kind: 'unknown' }],
  ];
  for (const [what, item, outcome] of items) {
    it(`reads ${what}`, () => {
      expect(outcomesOf([{ key: 'a', ...item }], 'a')).to.deep.equal({ a: outcome });
    });
  }

  it('says of every key that was asked for what became of it, and of no other', () => {
    const answer = [{ key: 'b', id: '2' }, { key: 'x', id: '9' }, null, 5, { id: '7' }, { key: 'b', error: {} }];
    expect(outcomesOf(answer, 'a', 'b', '__proto__')).to.deep.equal({
      a: { kind: 'unknown' },
      b: { kind: 'done', id: '2' },
      ['__proto__']: { kind: 'unknown' },
    });
  });

  it('refuses an answer without outcomes', () => {
    for (const answer of [undefined, null, 5, [], {}, { outcomes: {} }, { outcomes: null }]) {
      expect(refusalOf(() => checkBulkResult(answer, ['a'])).code, JSON.stringify(answer)).to.equal('invalid-data');
    }
  });
});
