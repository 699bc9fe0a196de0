import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { checkPage, type CheckedRow } from '../../src/providers/checked-page.js';
import { customer, refusalOf } from './samples.js';

function onlyRow(item: unknown): CheckedRow {
  const [row, ...others] = checkPage({ items: [item] }).items;
  return row && others.length === 0 ? row : expect.fail('one item gives one row');
}

/** What a check says, without the keys that it says nothing by. */
function said(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function shown(item: unknown): unknown {
  const row = onlyRow(item);
  return row.kind === 'customer' ? said(row.customer) : expect.fail(`${row.reason} row`);
}

const invalid = { kind: 'unreadable', reason: 'invalid', part: '' } as const;

describe('checkPage: the rows', () => {
  it('passes a whole customer as it is', () => {
    const whole = customer('1', {
      externalId: '',
      description: 'd',
      tags: ['gold'],
      tiered: false,
      beacons: { state: 'ready', value: { total: 2, unhealthy: 1 }, missing: ['Snow Atlas'] },
      expirations: { state: 'unavailable', code: 'timeout' },
      can: { edit: true, delete: false },
      version: '7',
    });
    expect(onlyRow(whole)).to.deep.equal({ kind: 'customer', customer: whole });
  });

  it('marks a row that is none, and keeps its place', () => {
    for (const item of [null, undefined, 0, '', 'row', [], {}, () => undefined, NaN]) {
      const { items } = checkPage({ items: [customer('1'), item, customer('2')] });
      expect(items.map(({ kind }) => kind)).to.deep.equal(['customer', 'unreadable', 'customer']);
      expect(said(items[1])).to.deep.include({ kind: 'unreadable', reason: 'invalid' });
    }
  });

  it('names a row by its ID, where that much can be read, and the part that cannot', () => {
    for (const more of [{ name: 7 }, { name: null }, { relationship: 'owned' }, { relationship: undefined }]) {
      const [part] = Object.keys(more);
      expect(said(onlyRow({ ...customer('1'), ...more }))).to.deep.equal({ ...invalid, id: '1', part });
    }
  });

  it('takes no row without a readable ID', () => {
    for (const id of ['', ' \t', 1, null, undefined, {}, 2 ** 53]) {
      expect(said(onlyRow({ ...customer('1'), id })), String(id)).to.deep.equal({ ...invalid, part: 'id' });
    }
  });

  it('marks every later row of one ID', () => {
    const { items } = checkPage({
      items: [customer('1'), customer('2'), customer('1', { name: 'Twin' }), customer('1')],
    });
    const twin = { kind: 'unreadable', id: '1', reason: 'duplicate' };
    expect(items.map(({ kind }) => kind)).to.deep.equal(['customer', 'customer', 'unreadable', 'unreadable']);
    expect(said(items.slice(2))).to.deep.equal([twin, twin]);
  });

  it('takes no row for a duplicate of one that cannot be shown', () => {
    const { items } = checkPage({ items: [{ id: '1' }, customer('1')] });
    expect(items.map(({ kind }) => kind)).to.deep.equal(['unreadable', 'customer']);
  });

  it('leaves a broken optional part out, and nothing else', () => {
    const broken = { externalId: 5, description: {}, tags: ['a', 1], tiered: 'yes', version: 3, can: 'all' };
    for (const [part, value] of Object.entries(broken)) {
      expect(shown({ ...customer('1'), [part]: value }), part).to.deep.equal(said(customer('1')));
      expect(shown({ ...customer('1'), [part]: null }), `${part}: null`).to.deep.equal(said(customer('1')));
    }
  });

  it('gives no permission for anything but a plain true', () => {
    for (const granted of ['true', 1, {}, [true], null]) {
      const row = shown({ ...customer('1'), can: { edit: granted, delete: true } });
      expect(row).to.have.deep.property('can', { delete: true });
    }
  });

  it('makes broken beacons and expirations unavailable', () => {
    const broken = [
      undefined,
      null,
      5,
      {},
      { state: 'lost' },
      { state: 'ready' },
      { state: 'ready', value: { total: -1, undated: -1, unreadable: 0, dates: [] } },
      { state: 'ready', value: { total: 1.5, undated: 0, unreadable: 0, dates: 'soon' } },
      { state: 'ready', value: { total: '3', undated: 0, unreadable: NaN, dates: [] } },
      { state: 'ready', value: { total: 3, undated: 0, unreadable: 0, dates: [] }, missing: 'Snow Atlas' },
      { state: 'ready', value: { total: Infinity, undated: 0, unreadable: 0, dates: [20260615] } },
    ];
    for (const part of ['beacons', 'expirations']) {
      for (const value of broken) {
        const expected = { ...customer('1'), [part]: { state: 'unavailable', code: 'invalid-data' } };
        expect(shown({ ...customer('1'), [part]: value }), part).to.deep.equal(said(expected));
      }
    }
  });

  it('keeps the states apart, and drops what does not belong to them', () => {
    for (const state of ['pending', 'forbidden', 'not-applicable', 'unavailable']) {
      const row = shown({ ...customer('1'), beacons: { state, value: { total: 3 }, code: 'nonsense' } });
      expect(row).to.have.deep.property('beacons', { state });
    }
  });

  it('leaves a broken number of unhealthy beacons out, and keeps the total', () => {
    const row = shown({ ...customer('1'), beacons: { state: 'ready', value: { total: 3, unhealthy: -1 } } });
    expect(row).to.have.deep.property('beacons', { state: 'ready', value: { total: 3 } });
  });

  it('takes nothing that it does not know, the prototype included', () => {
    const json = JSON.stringify(customer('1')).replace('{', '{"__proto__":{"tiered":true,"polluted":1},"extra":1,');
    const row = onlyRow(JSON.parse(json));
    if (row.kind !== 'customer') return expect.fail(row.reason);
    expect(row.customer).not.to.have.property('polluted');
    expect(row.customer).not.to.have.property('extra');
    expect(row.customer.tiered).to.equal(undefined);
    expect(Object.getPrototypeOf(row.customer)).to.equal(Object.prototype);
    expect(Object.prototype).not.to.have.property('polluted');
  });

  it('takes names for what they are: __proto__ as an ID, markup, a megabyte', () => {
    for (const name of ['<img src=x onerror=alert(1)>', '', '\u202Eevil', '\u0000', '\uD800', 'x'.repeat(2 ** 20)]) {
      expect(onlyRow(customer('__proto__', { name }))).to.have.nested.property('customer.name', name);
    }
    const { items } = checkPage({ items: [customer('__proto__'), customer('constructor')] });
    expect(items.map(({ kind }) => kind)).to.deep.equal(['customer', 'customer']);
  });

  it('survives getters that throw', () => {
    const trapped = {
      get id(): string {
        throw new Error('trap');
      },
    };
    const { items } = checkPage({ items: [trapped, customer('1')] });
    expect(said(items[0])).to.deep.equal(invalid);
    expect(items[1]).to.have.property('kind', 'customer');
  });
});

describe('checkPage: the page', () => {
  it('passes a whole page as it is', () => {
    const page = {
      items: [],
      offset: 20,
      nextCursor: 'c',
      snapshot: 's',
      total: { value: 20, precision: 'exact' },
      statusCounts: { expired: 1, all: 20 },
      incomplete: { field: 'beacons', known: 3, of: 20 },
      asOf: '2026-06-15T12:00:00Z',
      serverTime: '2026-06-15T12:00:01Z',
    };
    expect(checkPage(page)).to.deep.equal(page);
  });

  it('refuses a page without a list of items', () => {
    for (const page of [null, undefined, 5, 'page', [], {}, { items: null }, { items: {} }, { items: { length: 1 } }]) {
      const error = refusalOf(() => checkPage(page));
      expect(error.code).to.equal('invalid-data');
      expect(error.cause).to.be.instanceOf(Error);
    }
  });

  it('says which part is broken, and nothing of what stands there', () => {
    const { message } = refusalOf(() => checkPage({ items: 'secret' }));
    expect(message).to.equal("The provider's page cannot be read: items");
    expect(refusalOf(() => checkPage('secret')).message).to.equal("The provider's page cannot be read");
  });

  it('refuses a page that cannot be looked at', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(refusalOf(() => checkPage(proxy)).code).to.equal('invalid-data');
  });

  it('leaves a broken part out, and nothing else', () => {
    const broken: Record<string, readonly unknown[]> = {
      offset: [-1, 1.5, '0', NaN],
      nextCursor: [5, {}],
      snapshot: [5, {}],
      total: [5, { value: -1, precision: 'exact' }, { value: 5 }, { value: 5, precision: 'about' }],
      statusCounts: [5, { all: -1 }, { all: '3' }],
      incomplete: [true, { field: 'beacons', known: 1 }],
      asOf: [0, new Date(0)],
      serverTime: [0, new Date(0)],
    };
    for (const [part, values] of Object.entries(broken)) {
      for (const value of [...values, null]) {
        expect(said(checkPage({ items: [], snapshot: 's', [part]: value })), part).to.deep.equal(
          part === 'snapshot' ? { items: [] } : { items: [], snapshot: 's' },
        );
      }
    }
  });

  it('drops a total that is less than what is there, unless it is an estimate', () => {
    const items = [customer('1'), null];
    for (const precision of ['exact', 'at-least']) {
      expect(checkPage({ items, total: { value: 1, precision } }).total).to.equal(undefined);
      expect(checkPage({ items, total: { value: 2, precision } }).total).to.deep.equal({ value: 2, precision });
      expect(checkPage({ items, offset: 10, total: { value: 11, precision } }).total).to.equal(undefined);
      expect(checkPage({ items, offset: 10, total: { value: 12, precision } }).total?.value).to.equal(12);
    }
    expect(checkPage({ items, total: { value: 1, precision: 'estimate' } }).total?.value).to.equal(1);
  });

  it('believes a total that lies before an empty window: the list has become shorter', () => {
    const page = { items: [], offset: 200, total: { value: 150, precision: 'exact' } };
    expect(checkPage(page).total).to.deep.equal({ value: 150, precision: 'exact' });
  });

  it('counts no status by the name of the prototype', () => {
    const { statusCounts } = checkPage(JSON.parse('{"items":[],"statusCounts":{"__proto__":1,"all":2}}'));
    expect(statusCounts).to.equal(undefined);
  });

  it('gives a row for each item, whatever the items are', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.anything(), fc.jsonValue(), fc.constant(customer('1')))), (items) => {
        const checked = checkPage({ items }).items;
        expect(checked.length).to.equal(items.length);
        expect(checked.filter(({ kind }) => kind === 'customer').length).to.equal(
          items.some((item) => typeof item === 'object' && item !== null && 'id' in item && item.id === '1') ? 1 : 0,
        );
      }),
    );
  });
});
