import { expect } from '@open-wc/testing';
import type { Customer } from '../../../src/domain/customer.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import {
  cell,
  customer,
  dateIn,
  expirationsIn,
  inState,
  nextEvent,
  now,
  one,
  overview,
  readyOverview,
  textOf,
} from './fixtures.js';

const dateText = (days: number) =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(dateIn(days)));

describe('a customer that owns its system', () => {
  it('says so to whoever comes to its name, by keyboard or by voice', async () => {
    const element = await readyOverview([
      customer({ id: '1' }),
      customer({ id: '2', relationship: 'granted', expirations: { state: 'forbidden' } }),
    ]);
    const described = [0, 1].map((row) => {
      const id = cell(element, row, 'name').querySelector('[part~=customer-link]')?.getAttribute('aria-describedby');
      return id ? element.shadowRoot?.getElementById(id)?.textContent : undefined;
    });
    expect(described).to.deep.equal([undefined, 'This customer owns the system: you have view-only access.']);
    await expect(element).to.be.accessible();
  });
});

describe('the columns of the overview', () => {
  it('are the six of the page, with its words, in its order', async () => {
    const element = await readyOverview([customer({ id: '32175', name: 'Acme', externalId: 'W12345' })]);
    const headers = [...element.renderRoot.querySelectorAll('thead th')].map(textOf);
    expect(headers).to.deep.equal([
      'Selection',
      'Favourite',
      'Customer name',
      'Organization ID',
      'External ID',
      'Total Beacons',
      'Upcoming Expirations',
      'Expiration Status',
      'Actions',
    ]);
    const cells = [...element.renderRoot.querySelectorAll('tbody tr:not([hidden]) > :not(.control)')].map(textOf);
    expect(cells).to.deep.equal(['Acme', '32175', 'W12345', '3', `${dateText(10)} · in 10 days`, 'Expires in 30 days']);
    expect(cell(element, 0, 'name').getAttribute('role')).to.equal('rowheader');
  });
});

describe('the table of docs/rules.md §2.7, on screen', () => {
  const date = (days: number) => ({ text: dateText(days), link: true });
  const noExpirations = { text: 'No expirations', link: true };
  const noEntitlements = { text: 'No entitlements', link: false };
  const dash = { text: '-', link: false };
  const [thirty, sixty] = ['Expires in 30 days', 'Expires in 60 days'];
  const earlierToday: Customer['expirations'] = {
    state: 'ready',
    value: { undated: 0, unreadable: 0, dates: ['2026-06-15T09:00:00Z'] },
  };

  const cases: readonly (readonly [row: string, Customer['expirations'], { text: string; link: boolean }, string])[] = [
    ['1', expirationsIn([10, 200]), date(10), thirty],
    ['2', expirationsIn([0]), date(0), thirty],
    ['3', expirationsIn([30]), date(30), thirty],
    ['4a', expirationsIn([31]), date(31), sixty],
    ['4b', expirationsIn([60]), date(60), sixty],
    ['5', expirationsIn([61]), date(61), '-'],
    ['6', expirationsIn([-5, 90]), date(90), 'Expired'],
    ['7a', expirationsIn([-5]), noExpirations, 'Expired'],
    ['7b', expirationsIn([-30]), noExpirations, 'Expired'],
    ['8', expirationsIn([-31]), noEntitlements, '-'],
    ['9', expirationsIn([-31, 20]), date(20), thirty],
    ['10', expirationsIn([-31, 90]), date(90), '-'],
    ['11a', expirationsIn([Infinity]), noExpirations, '-'],
    ['11b', expirationsIn([Infinity, -31]), noExpirations, '-'],
    ['12', expirationsIn([Infinity, -5]), noExpirations, 'Expired'],
    ['13', expirationsIn([]), noEntitlements, '-'],
    ['14a', { state: 'forbidden' }, dash, '-'],
    ['14b', { state: 'unavailable' }, dash, '-'],
    ['15', expirationsIn([-5, 10]), date(10), 'Expired'],
    ['16', earlierToday, noExpirations, 'Expired'],
    ['17', expirationsIn([NaN]), dash, '-'],
    ['18', expirationsIn([10], ['Snow Atlas']), date(10), thirty],
    ['19a', expirationsIn([Infinity], ['Snow Atlas']), dash, '-'],
    ['19b', expirationsIn([], ['Snow Atlas']), dash, '-'],
  ];

  it('is what the two cells of each customer say', async () => {
    const list = cases.map(([row, expirations], index) =>
      customer({ id: String(100 + index), name: row, expirations }),
    );
    const element = await readyOverview(list, { query: { sort: [{ field: 'id', direction: 'ascending' }] } });
    expect(element.renderRoot.querySelectorAll('tbody tr:not([hidden])')).to.have.length(cases.length);
    for (const [index, [row, , upcoming, status]] of cases.entries()) {
      const upcomingCell = cell(element, index, 'upcomingExpiration');
      const link = upcomingCell.querySelector('[part~=expirations-link]');
      expect(textOf(cell(element, index, 'name')), row).to.equal(row);
      expect(link !== null, `${row}: link`).to.equal(upcoming.link);
      expect(textOf(link ?? upcomingCell), row).to.equal(upcoming.text);
      expect(textOf(cell(element, index, 'expirationStatus')), row).to.equal(status);
    }
  });
});

describe('a cell', () => {
  const first = async (more: Partial<Customer>) => readyOverview([customer({ id: '1', name: 'Acme', ...more })]);
  const spoken = (place: HTMLElement) => place.querySelector('[role=img]')?.getAttribute('aria-label');

  it('that is pending shows a skeleton, never a dash', async () => {
    const element = await first({ beacons: { state: 'pending' }, expirations: { state: 'pending' } });
    for (const column of ['beacons', 'upcomingExpiration', 'expirationStatus']) {
      const place = cell(element, 0, column);
      expect(textOf(place), column).to.equal('');
      expect(place.querySelector('.skeleton'), column).to.not.equal(null);
      expect(spoken(place), column).to.match(/^Loading/);
    }
  });

  it('that may not or could not be read is a dash with a spoken reason', async () => {
    const forbidden = await first({ beacons: { state: 'forbidden' }, expirations: { state: 'forbidden' } });
    const lost = await first({ beacons: { state: 'unavailable' }, expirations: { state: 'unavailable' } });
    for (const column of ['beacons', 'upcomingExpiration', 'expirationStatus']) {
      const places = [cell(forbidden, 0, column), cell(lost, 0, column)];
      expect(places.map(textOf), column).to.deep.equal(['-', '-']);
      expect(new Set(places.map(spoken)).size, column).to.equal(2);
      for (const place of places) {
        expect(spoken(place), column).to.be.a('string').and.not.empty;
        expect(place.querySelector('a, button'), column).to.equal(null);
      }
    }
  });

  it('speaks its dash differently where nothing is due, and where there is no external ID', async () => {
    const due = await first({ externalId: undefined, expirations: expirationsIn([90]) });
    expect(textOf(cell(due, 0, 'externalId'))).to.equal('-');
    expect(spoken(cell(due, 0, 'externalId'))).to.equal('No external ID');
    const lost = await first({ expirations: { state: 'unavailable' } });
    expect(spoken(cell(due, 0, 'expirationStatus'))).to.not.equal(spoken(cell(lost, 0, 'expirationStatus')));
  });

  it('says that beacons do not apply, and links a count of 0', async () => {
    const none = await first({ beacons: { state: 'not-applicable' } });
    expect(textOf(cell(none, 0, 'beacons'))).to.equal('Not applicable');
    expect(cell(none, 0, 'beacons').querySelector('a, button')).to.equal(null);
    const zero = await first({ beacons: { state: 'ready', value: { total: 0 } } });
    const link = cell(zero, 0, 'beacons').querySelector('[part~=beacons-link]');
    expect(link && textOf(link)).to.equal('0');
    expect(link?.getAttribute('aria-label')).to.equal('0 beacons, Acme');
  });

  it('calls a customer without a name by its organization ID, in each of its links', async () => {
    const element = await readyOverview([customer({ id: '32175', name: ' \u00a0 ' })]);
    expect(textOf(cell(element, 0, 'name'))).to.equal('32175');
    expect(cell(element, 0, 'beacons').querySelector('button')?.ariaLabel).to.equal('3 beacons, 32175');
    expect(cell(element, 0, 'upcomingExpiration').querySelector('button')?.ariaLabel).to.equal(
      `${dateText(10)}, 32175`,
    );
  });

  it('says of an expiration, and of nothing else, that it opens a dialog', async () => {
    const element = await first({});
    const opening = [...element.renderRoot.querySelectorAll('tbody :not(.control) > [aria-haspopup]')];
    expect(opening.map((link) => [link.part.value, link.ariaHasPopup])).to.deep.equal([['expirations-link', 'dialog']]);
  });

  it('marks a customer that owns its system as view-only, and no other', async () => {
    const granted = await first({ relationship: 'granted', can: { edit: true } });
    expect(textOf(cell(granted, 0, 'name'))).to.equal('Acme View only');
    const managed = await first({ can: { edit: false } });
    expect(textOf(cell(managed, 0, 'name'))).to.equal('Acme');
  });
});

describe('Add New Customer', () => {
  const addOf = (element: Element & { renderRoot: ParentNode }) => element.renderRoot.querySelector('[part~=add]');

  it('stands there where the description grants it, and asks the host', async () => {
    const element = await overview(new MemoryProvider([], { can: { add: true } }));
    await inState(element, 'empty');
    const asked = nextEvent(element, 'customers-add');
    one(element, '[part~=add]').click();
    expect((await asked).cancelable).to.equal(true);
    expect(textOf(one(element, '[part~=add]'))).to.equal('Add New Customer');
  });

  for (const [what, description] of [
    ['denies it', { version: 1, can: { add: false } }],
    ['says nothing of it', { version: 1 }],
    ['says it in another way than true', { version: 1, can: { add: 'yes' } }],
    ['cannot be read', null],
  ] as const)
    it(`is absent where the description ${what}`, async () => {
      const provider = new ScriptedProvider({ offers: ['describe'] });
      const element = await overview(provider, { now });
      (await provider.nextCall('describe')).resolve(description);
      (await provider.nextCall('listCustomers')).resolve({ items: [customer({ id: '1', can: { edit: true } })] });
      await inState(element, 'ready');
      expect(addOf(element)).to.equal(null);
    });

  it('is absent without a description, and while it is on its way', async () => {
    const silent = new ScriptedProvider();
    const waiting = new ScriptedProvider({ offers: ['describe'] });
    for (const provider of [silent, waiting]) {
      const element = await overview(provider);
      (await provider.nextCall('listCustomers')).resolve({ items: [customer({ id: '1' })] });
      await inState(element, 'ready');
      expect(addOf(element)).to.equal(null);
    }
  });
});
