import { expect } from '@open-wc/testing';
import { summarizeEntitlements } from '../../src/domain/entitlements.js';
import { defaultExpirationPolicy, expirationStatus, upcomingExpiration } from '../../src/domain/expirations.js';
import { checkEntitlements } from '../../src/providers/checked-entitlements.js';
import { checkPage } from '../../src/providers/checked-page.js';
import { sampleCustomers, sampleEntitlements } from '../../src/testing/index.js';

const now = new Date('2026-06-15T12:00:00Z');
const clock = { now, timeZone: 'UTC', policy: defaultExpirationPolicy };
const customers = sampleCustomers(400, { now });

describe('sampleCustomers', () => {
  it('gives as many as asked for', () => {
    expect(customers).to.have.length(400);
    expect(sampleCustomers(0, { now })).to.deep.equal([]);
  });

  it('repeats itself for a seed, and only for that', () => {
    expect(sampleCustomers(20, { now, seed: 1 })).to.deep.equal(customers.slice(0, 20));
    expect(sampleCustomers(20, { now, seed: 2 })).not.to.deep.equal(customers.slice(0, 20));
  });

  it('gives customers that every boundary takes', () => {
    const { items } = checkPage({ items: customers });
    expect(items.filter(({ kind }) => kind !== 'customer')).to.deep.equal([]);
  });

  it('has customers of every kind', () => {
    const kinds = {
      managed: customers.filter(({ relationship }) => relationship === 'managed'),
      granted: customers.filter(({ relationship }) => relationship === 'granted'),
      tiered: customers.filter(({ tiered }) => tiered),
      'without external ID': customers.filter(({ externalId }) => externalId === undefined),
      'in another script': customers.filter(({ name }) =>
        /\p{Script=Han}|\p{Script=Cyrillic}|\p{Script=Arabic}/u.test(name),
      ),
      'without beacons': customers.filter(({ beacons }) => beacons.state === 'ready' && beacons.value.total === 0),
      deletable: customers.filter(({ can }) => can?.delete),
      'only editable': customers.filter(({ can }) => can?.edit && !can.delete),
    };
    for (const [kind, some] of Object.entries(kinds)) expect(some, kind).not.to.have.length(0);
    expect(kinds.managed.length).to.be.greaterThan(kinds.granted.length);
    expect(
      kinds.granted.filter(({ can }) => can),
      'granted ones are only looked at',
    ).to.deep.equal([]);
  });

  it('has beacons in every state, and never more unhealthy ones than there are', () => {
    const states = new Set(customers.map(({ beacons }) => beacons.state));
    expect([...states].sort()).to.deep.equal(['forbidden', 'not-applicable', 'pending', 'ready', 'unavailable']);
    for (const { beacons } of customers) {
      if (beacons.state === 'ready') expect(beacons.value.unhealthy ?? 0).to.be.at.most(beacons.value.total);
    }
  });

  it('has expirations in every case, from 84 customers on', () => {
    const some = customers.slice(0, 84);
    const reasonOf = (what: { kind: string; reason?: string; days?: number }) =>
      [what.kind, what.reason ?? what.days].filter((part) => part !== undefined).join(' ');
    const unknown = ['forbidden', 'incomplete', 'not-applicable', 'unavailable'].map((reason) => `unknown ${reason}`);
    const statuses = new Set(some.map(({ expirations }) => reasonOf(expirationStatus(expirations, clock))));
    const known = ['expired', 'expires-in 30', 'expires-in 60', 'none', 'pending'];
    expect([...statuses].sort()).to.deep.equal([...known, ...unknown].sort());
    const next = new Set(some.map(({ expirations }) => reasonOf(upcomingExpiration(expirations, clock))));
    expect([...next].sort()).to.deep.equal(['date', 'no-entitlements', 'no-expirations', 'pending', ...unknown].sort());
  });
});

describe('sampleEntitlements', () => {
  it('come to the summary of their customer', () => {
    for (const customer of customers) {
      const entitlements = sampleEntitlements(customer);
      if (customer.expirations.state !== 'ready') {
        expect(entitlements).to.deep.equal([]);
        continue;
      }
      expect(summarizeEntitlements(entitlements, clock)).to.deep.equal(customer.expirations.value);
      const missing = customer.expirations.missing ?? [];
      expect(entitlements.filter(({ product }) => missing.includes(product))).to.deep.equal([]);
    }
  });

  it('have IDs of their own, and pass the boundary', () => {
    const all = customers.flatMap((customer) => sampleEntitlements(customer));
    expect(new Set(all.map(({ id }) => id)).size).to.equal(all.length);
    expect(checkEntitlements(all)).to.deep.equal({ entitlements: all, unreadable: 0 });
  });
});
