import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Customer } from '../../../../src/domain/customer.js';
import type { SortDirection } from '../../../../src/domain/query.js';
import { LongList } from '../../../../src/providers/memory/long-list/long-list.js';
import { ShortList } from '../../../../src/providers/memory/short-list.js';
import { Chance } from '../../../../src/testing/chance.js';
import { sampleCustomers } from '../../../../src/testing/index.js';
import { callWith, customer, now } from '../../samples.js';

/* Long lists, whose order has to be the collator's, however it is worked out. */

/**
 * Letters that languages order in their own ways: accents, pairs, ignorable signs, numbers, scripts, halves of pairs.
 * Only one script's digits: collators contradict themselves where a number mixes them (in Lithuanian, 0１ equals 1, and
 * 0š stands between the two), so that there is no order to hold a list against.
 */
// prettier-ignore
const pieces = [
  'a', 'A', 'b', 'c', 'ch', 'Ch', 'cs', 'd', 'dz', 'dž', 'e', 'g', 'gy', 'h', 'i', 'ij', 'l', 'll', 'lj', 'n', 'ny', 'o',
  's', 'ss', 'sz', 't', 'u', 'v', 'w', 'y', 'z', 'á', 'ä', 'å', 'aa', 'æ', 'č', 'ç', 'é', 'ë', 'ı', 'İ', 'ł', 'ñ', 'ö',
  'ø', 'œ', 'š', 'ß', 'ü', 'ž', 'þ', 'ﬁ', 'e\u0301', 'a\u030A', '\u0301', '\u00AD', '\u200D', '\u0000', ' ', '  ', '-',
  '.', '&', '\'', '(', '/', '_', '0', '1', '2', '9', '10', '007', '12345678901234567890', '½', '¼', '²',
  'α', 'Σ', 'ς', 'б', 'Ё', 'й', 'あ', 'ア', 'が', 'ー', '東', '海', '한', '글', 'א', 'ا', 'เ', 'ก', 'โ', 'हि', '😀', '\uD800',
];
const locales = ['en', 'de', 'sv', 'da', 'cs', 'hu', 'hr', 'es', 'tr', 'lt', 'ja', 'zh', 'ko', 'th', 'ar', 'ru'];
const directions = fc.constantFrom<SortDirection>('ascending', 'descending');

function nameOf(chance: Chance): string {
  return Array.from({ length: chance.between(0, 5) }, () => chance.oneOf(pieces)).join('');
}

function manyCustomers(count: number, seed: number): readonly Customer[] {
  const chance = new Chance(seed);
  return Array.from({ length: count }, (_, index) => customer(String(count - index), { name: nameOf(chance) }));
}

/** Fails where the rows are not the given ones in the order of the language: blanks last, names that it finds equal by ID. */
function expectInOrder(
  rows: readonly Customer[],
  all: readonly Customer[],
  locale: string,
  direction: SortDirection,
): void {
  expect(new Set(rows).size, 'no row twice').to.equal(rows.length);
  expect(rows.length, 'no row lost').to.equal(all.length);
  const collator = new Intl.Collator(locale, { numeric: true });
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    if (!before) return;
    const isBlank = row.name.trim() === '';
    if (before.name.trim() === '' || isBlank) {
      if (!isBlank) expect.fail(`${JSON.stringify(row.name)} comes after a blank`);
      return;
    }
    const order = collator.compare(before.name, row.name) * (direction === 'ascending' ? 1 : -1);
    const wrong = order > 0 || (order === 0 && Number(before.id) > Number(row.id));
    if (wrong) expect.fail(`${locale} ${direction}: ${JSON.stringify(before.name)} before ${JSON.stringify(row.name)}`);
  });
}

async function byName(list: LongList, locale: string, direction: SortDirection, signal?: AbortSignal) {
  const query = { page: { offset: 0, limit: 10_000 }, sort: [{ field: 'name', direction }] } as const;
  return (await list.window(query, 0, callWith({ locale, ...(signal && { signal }) }))).items;
}

function listOf(customers: readonly Customer[]): LongList {
  return new LongList(customers, () => 'a snapshot');
}

describe('LongList: the order of names', () => {
  it('is that of the language, in both directions', async function () {
    this.timeout(60_000);
    for (const [index, locale] of locales.entries()) {
      const customers = manyCustomers(1500, index + 1);
      const list = listOf(customers);
      for (const direction of ['ascending', 'descending'] as const) {
        expectInOrder(await byName(list, locale, direction), customers, locale, direction);
      }
    }
  });

  it('is that of the language, for any names', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.integer({ min: 0, max: 1200 }),
        fc.constantFrom(...locales),
        directions,
        async (seed, count, locale, direction) => {
          const customers = manyCustomers(count, seed);
          expectInOrder(await byName(listOf(customers), locale, direction), customers, locale, direction);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is that of a short list, to the last tie', async function () {
    this.timeout(60_000);
    const fields = fc.constantFrom('name', 'id', 'externalId');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.constantFrom(...locales),
        fc.array(fc.record({ field: fields, direction: directions }), { minLength: 1, maxLength: 2 }),
        async (seed, locale, sort) => {
          const chance = new Chance(seed);
          const customers = Array.from({ length: 1100 }, () =>
            customer(nameOf(chance), { name: nameOf(chance), externalId: nameOf(chance) }),
          );
          const query = { page: { offset: 0, limit: 2000 }, sort };
          const short = new ShortList(customers, () => 'a snapshot').window(query, 0, callWith({ locale }));
          const long = await listOf(customers).window(query, 0, callWith({ locale }));
          expect(long.items.every((row, index) => row === short.items[index])).to.equal(true);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is the same for several questions at once, and one that is given up takes nothing from the others', async function () {
    this.timeout(60_000);
    const customers = sampleCustomers(6000, { now });
    const list = listOf(customers);
    const controller = new AbortController();
    const givenUp = byName(list, 'en', 'ascending', controller.signal).catch(() => undefined);
    const english = byName(list, 'en', 'ascending');
    const swedish = byName(list, 'sv', 'descending');
    controller.abort();
    expectInOrder(await english, customers, 'en', 'ascending');
    expectInOrder(await swedish, customers, 'sv', 'descending');
    await givenUp;
  });
});
