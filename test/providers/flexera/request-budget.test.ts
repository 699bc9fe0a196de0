import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { RequestBudget, type Urgency } from '../../../src/providers/flexera/request-budget.js';
import { Clock, settled } from './flexera-api.js';

const minute = 60_000;

let clock: Clock;

beforeEach(() => {
  clock = new Clock();
});

afterEach(() => clock.restore());

/** Takes a place, and says when it was there. */
function taken(budget: RequestBudget, urgency: Urgency, starts: number[], signal = new AbortController().signal) {
  return budget.take(urgency, signal).then(() => {
    starts.push(clock.now);
    budget.release();
  });
}

describe('RequestBudget', () => {
  it('has no more in any minute than allowed, whoever comes when', async () => {
    const arrival = fc.record({
      after: fc.integer({ min: 0, max: 20_000 }),
      urgency: fc.constantFrom<Urgency>('awaited', 'background'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.array(arrival, { maxLength: 25 }),
        async (limit, arrivals) => {
          const budget = new RequestBudget(limit);
          const starts: number[] = [];
          const all: Promise<void>[] = [];
          for (const { after, urgency } of arrivals) {
            await clock.pass(after);
            all.push(taken(budget, urgency, starts));
          }
          await clock.pass(60 * minute);
          await Promise.all(all);
          expect(starts).to.have.length(arrivals.length);
          for (const start of starts)
            expect(starts.filter((at) => at >= start && at < start + minute).length).to.be.at.most(limit);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('lets whoever is awaited begin before the background, and keeps a part of the minute for them', async () => {
    const budget = new RequestBudget(10);
    const background: number[] = [];
    const awaited: number[] = [];
    for (let count = 0; count < 20; count += 1) void taken(budget, 'background', background);
    await clock.pass(minute - 1);
    expect(background).to.have.length(8);
    void taken(budget, 'awaited', awaited);
    void taken(budget, 'awaited', awaited);
    await settled();
    expect(awaited).to.have.length(2);
  });

  it('spreads the background evenly', async () => {
    const budget = new RequestBudget(100);
    const starts: number[] = [];
    for (let count = 0; count < 5; count += 1) void taken(budget, 'background', starts);
    await clock.pass(10_000);
    expect(starts).to.deep.equal([0, 750, 1500, 2250, 3000]);
  });

  it('lets eight be under way at once', async () => {
    const budget = new RequestBudget(1000);
    let begun = 0;
    for (let count = 0; count < 10; count += 1)
      void budget.take('awaited', new AbortController().signal).then(() => (begun += 1));
    await settled();
    expect(begun).to.equal(8);
    budget.release();
    await settled();
    expect(begun).to.equal(9);
  });

  it('keeps no place for who gives up while waiting', async () => {
    const budget = new RequestBudget(1);
    const starts: number[] = [];
    await taken(budget, 'awaited', starts);
    const leaving = new AbortController();
    const left = budget.take('awaited', leaving.signal).catch((reason: unknown) => reason);
    void taken(budget, 'awaited', starts);
    leaving.abort('left');
    expect(await left).to.equal('left');
    await clock.pass(minute);
    expect(starts).to.deep.equal([0, minute]);
    expect(clock.timers).to.equal(0);
  });

  const refusals: readonly (readonly [string, Record<string, string>, number])[] = [
    ['seconds', { 'retry-after': '30' }, 30_000],
    ['a date', { 'retry-after': new Date(Date.parse('2026-06-15T12:00:20Z')).toUTCString() }, 20_000],
    ['a date that has passed', { 'retry-after': 'Mon, 15 Jun 2026 11:00:00 GMT' }, 0],
    ['nothing', {}, 10_000],
    ['nonsense', { 'retry-after': 'soon' }, 10_000],
    ['a day', { 'retry-after': '86400' }, 300_000],
  ];
  for (const [what, headers, pause] of refusals) {
    it(`rests after a refusal that says to come back after ${what}`, () => {
      const budget = new RequestBudget(100);
      budget.note(new Response(null, { status: 429, headers }));
      expect(budget.delayFor('awaited')).to.equal(pause);
    });
  }

  const leftovers: readonly (readonly [string, boolean, boolean])[] = [
    ['0', true, true],
    ['20', false, true],
    ['21', false, false],
    ['-1', false, false],
    ['many', false, false],
  ];
  for (const [left, holdsAwaited, holdsBackground] of leftovers) {
    it(`goes by a server that says that ${left} are left, for a minute`, async () => {
      const budget = new RequestBudget(100);
      await budget.take('awaited', new AbortController().signal);
      budget.note(new Response(null, { headers: { 'x-ratelimit-remaining': left } }));
      budget.release();
      expect(budget.delayFor('awaited') > 0).to.equal(holdsAwaited);
      expect(budget.delayFor('background') > 0).to.equal(holdsBackground);
      await clock.pass(minute);
      expect(budget.delayFor('background')).to.equal(0);
    });
  }
});
