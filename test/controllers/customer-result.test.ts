import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { chunkOf, chunksFor, CustomerResult, type WantedPage } from '../../src/controllers/customer-result.js';
import { checkPage } from '../../src/providers/checked-page.js';
import { sampleCustomers } from '../../src/testing/sample-customers.js';
import { ScriptedProvider } from '../../src/testing/scripted-provider.js';

const list = sampleCustomers(1000, { now: new Date('2026-06-15T12:00:00Z') });

const resultOf = (goesByCursor = false): CustomerResult =>
  new CustomerResult(new ScriptedProvider(), {}, 'key', () => goesByCursor);

/** A backend that gives fewer rows at once than it is asked for. */
interface Backend {
  readonly length: number;
  readonly most?: number;
  readonly total?: object | undefined;
}

function answer({ page }: WantedPage, { length, most = Infinity, total }: Backend): object {
  if ('offset' in page)
    return { items: list.slice(page.offset, Math.min(length, page.offset + Math.min(page.limit, most))), total };
  return { items: [] };
}

function cursorAnswer({ page }: WantedPage, { length, most = Infinity, total }: Backend): object {
  const start = 'cursor' in page ? Number(page.cursor) : 0;
  const end = Math.min(length, start + Math.min(page.limit, most));
  return { items: list.slice(start, end), total, ...(end < length && { nextCursor: String(end) }) };
}

/** Asks until a chunk is complete; says how many questions that took. */
function load(result: CustomerResult, chunk: number, ask: (wanted: WantedPage) => object): number {
  let asked = 0;
  for (let wanted = result.missing(chunk); wanted !== undefined; wanted = result.missing(chunk)) {
    result.take(wanted, checkPage(ask(wanted)));
    asked += 1;
    expect(asked, 'it comes to an end').to.be.below(300);
  }
  return asked;
}

/** Goes through the whole list, chunk by chunk, and gives the ids in the order of the positions. */
function idsOf(result: CustomerResult, ask: (wanted: WantedPage) => object): (string | undefined)[] {
  for (let chunk = 0; chunk === 0 || chunk * 100 < result.rowCount; chunk += 1) load(result, chunk, ask);
  return Array.from({ length: result.rowCount }, (_, position) => {
    const row = result.row(position);
    return row?.kind === 'customer' ? row.customer.id : undefined;
  });
}

const exactly = (value: number) => ({ value, precision: 'exact' });

const idsUpTo = (length: number) => list.slice(0, length).map(({ id }) => id);

describe('CustomerResult', () => {
  it('has every row once, at its place, whatever the backend gives at once and says of the total', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 7, max: 250 }),
        fc.constantFrom('exact', 'estimate', 'at-least'),
        fc.boolean(),
        (length, most, precision, byCursor) => {
          const backend = { length, most, total: { value: length, precision } };
          const result = resultOf(byCursor);
          const ask = byCursor ? cursorAnswer : answer;
          expect(idsOf(result, (wanted) => ask(wanted, backend))).to.deep.equal(idsUpTo(length));
          expect([result.total, result.rowCount]).to.deep.equal([length, length]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('needs no total where pages are as long as asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.boolean(), (length, byCursor) => {
        const result = resultOf(byCursor);
        const ask = byCursor ? cursorAnswer : answer;
        expect(idsOf(result, (wanted) => ask(wanted, { length }))).to.deep.equal(idsUpTo(length));
        expect([result.total, result.totalIsExact]).to.deep.equal([length, true]);
      }),
      { numRuns: 40 },
    );
  });

  it('asks one question a chunk where pages are as long as asked', () => {
    const result = resultOf();
    const backend = { length: 1000, total: { value: 1000, precision: 'exact' } };
    expect(load(result, 0, (wanted) => answer(wanted, backend))).to.equal(1);
    expect(load(result, 7, (wanted) => answer(wanted, backend))).to.equal(1);
    expect(result.missing(10), 'nothing beyond the end').to.equal(undefined);
  });

  it('takes a backend that knows no pages at its word: what it gives is the list', () => {
    const result = resultOf();
    const ask = (): object => ({ items: list.slice(0, 450) });
    expect(idsOf(result, ask)).to.deep.equal(idsUpTo(450));
    expect([result.total, result.totalIsExact]).to.deep.equal([450, true]);
  });

  it('finds the place of a page that begins before what was asked for, and refuses one that begins after', () => {
    const result = resultOf();
    load(result, 0, (wanted) => answer(wanted, { length: 1000, total: { value: 1000, precision: 'exact' } }));
    const wanted = result.missing(3);
    expect(wanted?.position).to.equal(300);
    if (wanted === undefined) return;
    const page = (offset: number) => checkPage({ items: list.slice(offset, offset + 250), offset });
    expect(() => result.take(wanted, page(400)))
      .to.throw()
      .with.property('code', 'invalid-data');
    result.take(wanted, page(250));
    expect(result.row(300)).to.deep.include({ customer: list[300] });
  });

  it('believes what it sees: nothing where the total promised rows means an end before it', () => {
    const result = resultOf();
    const ask = (wanted: WantedPage) => answer(wanted, { length: 150, total: { value: 900_000, precision: 'exact' } });
    load(result, 0, ask);
    expect(result.total).to.equal(900_000);
    load(result, 8999, ask);
    expect([result.total, result.totalIsExact], 'one row more than is known').to.deep.equal([101, false]);
    load(result, 1, ask);
    expect([result.total, result.totalIsExact]).to.deep.equal([150, true]);
  });

  it('scrolls a list that only goes forward as far as it has loaded, and one row further', () => {
    const result = resultOf(true);
    const backend = { length: 1000, total: { value: 1000, precision: 'exact' } };
    load(result, 0, (wanted) => cursorAnswer(wanted, backend));
    expect([result.total, result.rowCount]).to.deep.equal([1000, 101]);
    expect(result.missing(5), 'it cannot be entered in the middle').to.equal(undefined);
    load(result, 1, (wanted) => cursorAnswer(wanted, backend));
    expect(result.rowCount).to.equal(201);
  });

  it('reads forgotten rows of such a list again, from the page that they began with', () => {
    const many = sampleCustomers(7000, { now: new Date('2026-06-15T12:00:00Z') });
    const result = resultOf(true);
    const ask = ({ page }: WantedPage): object => {
      const start = 'cursor' in page ? Number(page.cursor) : 0;
      return { items: many.slice(start, start + 70), ...(start + 70 < 7000 && { nextCursor: String(start + 70) }) };
    };
    for (let chunk = 0; chunk < 70; chunk += 1) load(result, chunk, ask);
    expect(result.row(0), 'bounded').to.equal(undefined);
    expect(load(result, 1, ask)).to.equal(2);
    expect(result.row(100)).to.deep.include({ customer: many[100] });
    expect([result.total, result.rowCount]).to.deep.equal([7000, 7000]);
  });

  it('gives up on pages that are empty and name a next one, again and again', () => {
    const result = resultOf(true);
    expect(() => load(result, 0, () => ({ items: [], nextCursor: 'more' })))
      .to.throw()
      .with.property('code', 'invalid-data');
  });

  it('counts rows that could not be read, as long as it keeps them', () => {
    const result = resultOf();
    const wanted = result.missing(0);
    if (wanted) result.take(wanted, checkPage({ items: [null, list[0], list[0]] }));
    expect(result.unreadableCount).to.equal(2);
  });

  it('replaces a customer where it stands', () => {
    const result = resultOf();
    load(result, 0, (wanted) => answer(wanted, { length: 50 }));
    const [, second] = list;
    const renamed = checkPage({
      items: [
        { ...second, name: 'Renamed' },
        { ...second, id: 'nobody' },
      ],
    }).items;
    renamed.forEach((row, index) => result.replace(index === 0 ? (second?.id ?? '') : 'nobody', row));
    expect(result.row(1)).to.have.nested.property('customer.name', 'Renamed');
    expect([result.row(0), result.row(2)]).to.deep.equal([
      { kind: 'customer', customer: list[0] },
      { kind: 'customer', customer: list[2] },
    ]);
  });

  it('does not look for a customer where another one stands by now', () => {
    const result = resultOf();
    load(result, 1, ({ position }) => ({ items: list.slice(position, position + 100), total: exactly(1000) }));
    const before = list[100]?.id ?? '';
    expect(result.positionOf(before)).to.equal(100);
    // the list has moved meanwhile, and what comes is longer than what was asked for
    load(result, 0, () => ({ items: list.slice(500, 650), offset: 0 }));
    expect(result.row(100)).to.deep.include({ customer: list[600] });
    expect(result.positionOf(before)).to.equal(-1);
    for (const row of checkPage({ items: [list[100]] }).items) result.replace(before, row);
    expect(result.row(100), 'what is new of the one is not put over the other').to.deep.include({
      customer: list[600],
    });
    load(result, 3, ({ position }) => ({ items: [list[100], ...list.slice(position + 1, position + 100)] }));
    expect([result.positionOf(before), result.unreadableCount], 'it may stand elsewhere').to.deep.equal([300, 0]);
  });

  it('counts a row that could not be read no longer than it stands there', () => {
    const result = resultOf();
    load(result, 1, () => ({ items: list.slice(100, 200).with(0, null as never), total: exactly(1000) }));
    expect(result.unreadableCount).to.equal(1);
    load(result, 0, () => ({ items: list.slice(0, 101), offset: 0 }));
    expect([result.unreadableCount, result.positionOf(list[100]?.id ?? '')]).to.deep.equal([0, 100]);
  });

  it('tells a page of another result', () => {
    const result = resultOf();
    const wanted = result.missing(0);
    if (wanted) result.take(wanted, checkPage({ items: [], snapshot: 'a' }));
    expect(['a', 'b', undefined].map((snapshot) => result.isAnother(checkPage({ items: [], snapshot })))).to.deep.equal(
      [false, true, false],
    );
  });
});

describe('chunksFor', () => {
  it('names what is in view first, then what may come, within the list', () => {
    expect(chunksFor({ first: 510, end: 540 }, 20_000)).to.deep.equal([5, 4]);
    expect(chunksFor({ first: 80, end: 110 }, 20_000)).to.deep.equal([0, 1]);
    expect(chunksFor({ first: 80, end: 110 }, 90)).to.deep.equal([0]);
    expect(chunksFor({ first: 0, end: 0 }, 0)).to.deep.equal([0]);
    expect(chunkOf(199)).to.equal(1);
  });
});
