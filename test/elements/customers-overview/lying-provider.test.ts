import { expect } from '@open-wc/testing';
import {
  cell,
  columnTexts,
  customer,
  customers,
  inState,
  one,
  rows,
  rowsOnScreen,
  scrollTo,
  textOf,
} from './fixtures.js';
import { exact, expectNothingUncaught, providerOf, watched } from './hostile.js';

expectNothingUncaught();

describe('a provider whose totals lie', () => {
  for (const [what, total] of [
    ['NaN', exact(NaN)],
    ['negative', exact(-5)],
    ['too small', exact(1)],
    ['too large', exact(900)],
    ['a word', exact('many' as unknown as number)],
    ['null', null],
    ['missing', undefined],
  ] as const)
    it(`(${what}) has the rows that came`, async () => {
      const { element, codes } = await watched(
        providerOf(({ offset }) => ({ items: offset ? [] : customers(5), total })),
      );
      await inState(element, 'ready');
      expect(columnTexts(element, 'name')).to.deep.equal(customers(5).map(({ name }) => name));
      expect(textOf(one(element, '.total'))).to.equal('5 customers');
      expect(one(element, 'table').getAttribute('aria-rowcount'), 'the end is known').to.equal('6');
      expect(codes).to.deep.equal([]);
    });

  it('(too small, over many windows) hides nobody', async () => {
    const list = customers(450);
    const { element } = await watched(
      providerOf(({ offset, limit }) => ({ items: list.slice(offset, offset + limit), total: exact(150) })),
    );
    await inState(element, 'ready');
    for (let step = 0; step < 12; step += 1) await scrollTo(element, 1e7);
    expect(columnTexts(element, 'name').at(-1)).to.equal('Customer 00450');
    expect(one(element, 'table').getAttribute('aria-rowcount')).to.equal('451');
  });

  it('(none, over many windows) grows as it is scrolled', async () => {
    const list = customers(350);
    const { element } = await watched(
      providerOf(({ offset, limit }) => ({ items: list.slice(offset, offset + limit) })),
    );
    await inState(element, 'ready');
    expect(one(element, 'table').getAttribute('aria-rowcount')).to.equal('-1');
    for (let step = 0; step < 12; step += 1) await scrollTo(element, 1e7);
    expect(columnTexts(element, 'name').at(-1)).to.equal('Customer 00350');
  });
});

describe('a provider whose pages lie', () => {
  it('by more rows than asked for: each stands once, at its place', async () => {
    const list = customers(250);
    const { element } = await watched(providerOf(({ offset }) => ({ items: list.slice(offset), total: exact(250) })));
    await inState(element, 'ready');
    await scrollTo(element, 1e6);
    expect(columnTexts(element, 'name').at(-1)).to.equal('Customer 00250');
    expect(element.renderRoot.querySelectorAll('.unreadable')).to.have.length(0);
  });

  it('by the same page again and again: the repeated rows are marked, not shown twice', async () => {
    const page = customers(100);
    const { element } = await watched(providerOf(() => ({ items: page, total: exact(300) })));
    await inState(element, 'ready');
    expect(cell(element, 0, 'name').textContent).to.contain('Customer 00001');
    await scrollTo(element, 1e6);
    expect(textOf(rowsOnScreen(element).at(-1) ?? element)).to.equal(
      'Organization ID 00100 appears twice; only the first is shown.',
    );
  });

  it('by one id twice in a page: the first stands, the second is marked and counted', async () => {
    const items = [
      customer({ id: '1', name: 'A' }),
      customer({ id: '1', name: 'B' }),
      customer({ id: '2', name: 'C' }),
    ];
    const { element } = await watched(providerOf(() => ({ items })));
    await inState(element, 'ready');
    expect(rows(element).map((row) => textOf(row.querySelector('th') ?? row))).to.deep.equal([
      'A',
      'Organization ID 1 appears twice; only the first is shown.',
      'C',
    ]);
    expect(textOf(one(element, '[part~=notice]'))).to.contain('1 customer could not be read');
  });

  it('by rows that are none: each is one marked row, the others stand', async () => {
    const items = [null, 7, 'x', [], {}, { id: '5' }, customer({ id: '6', name: 'Good' })];
    const { element, codes } = await watched(providerOf(() => ({ items })));
    await inState(element, 'ready');
    expect(element.renderRoot.querySelectorAll('.unreadable')).to.have.length(6);
    expect(cell(element, 6, 'name').textContent).to.contain('Good');
    expect(codes).to.deep.equal([]);
  });
});
