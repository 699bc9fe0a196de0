import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { DataTime } from '../../src/controllers/customer-result.js';
import { DataAge } from '../../src/controllers/data-age.js';
import { FakeClock } from './fake-clock.js';

const start = '2026-06-15T12:00:00Z';
const second = 1000;
const minute = 60 * second;

class AgeHost extends LitElement {
  dated: DataTime | undefined;
  now: Date | undefined;
  /** What each update has seen. */
  readonly seen: (number | undefined)[] = [];
  readonly age = new DataAge(this, () => this);

  override updated(): void {
    this.seen.push(this.age.minutes);
  }
}
customElements.define('data-age-host', AgeHost);

describe('DataAge', () => {
  let clock: FakeClock;
  let host: AgeHost;

  /** Shows data that is so old, and that has come now. */
  async function show(milliseconds: number, more: Partial<DataTime> = {}, now?: Date): Promise<void> {
    const asOf = new Date(clock.now - milliseconds).toISOString();
    host.dated = { asOf, serverTime: undefined, receivedAt: clock.now, ...more };
    host.now = now;
    host.requestUpdate();
    await host.updateComplete;
  }

  async function pass(milliseconds: number): Promise<void> {
    clock.advanceBy(milliseconds);
    await host.updateComplete;
  }

  beforeEach(() => {
    clock = new FakeClock(start);
    host = new AgeHost();
    document.body.append(host);
  });

  afterEach(() => {
    host.remove();
    const left = clock.delays;
    clock.restore();
    expect(left, 'timers left behind').to.deep.equal([]);
  });

  for (const [age, minutes] of [
    [0, 0],
    [minute - 1, 0],
    [minute, 1],
    [125 * minute, 125],
    [-5 * minute, 0],
  ] as const)
    it(`is ${minutes} whole minutes after ${age} ms`, async () => {
      await show(age);
      expect(host.age.minutes).to.equal(minutes);
    });

  it('has the host render when another minute is full, and not before', async () => {
    await show(90 * second);
    await pass(29 * second);
    expect(host.seen.length).to.equal(1);
    await pass(second);
    await pass(minute);
    expect(host.seen).to.deep.equal([1, 2, 3]);
  });

  it('has one timer, however often the host renders', async () => {
    for (let updates = 0; updates < 5; updates += 1) await show(0);
    expect(clock.delays).to.deep.equal([minute]);
  });

  it('goes by the clock of the server where it gives one, from when the answer came', async () => {
    await show(0, { asOf: '2020-01-01T12:00:00Z', serverTime: '2020-01-01T12:07:30Z' });
    expect(host.age.minutes).to.equal(7);
    await pass(30 * second);
    expect(host.seen).to.deep.equal([7, 8]);
  });

  it('goes by the clock of the reader where that of the server cannot be read', async () => {
    await show(3 * minute, { serverTime: 'noon' });
    expect(host.age.minutes).to.equal(3);
  });

  it('is not known without a date, or with one that is none, and wakes nobody then', async () => {
    await show(0, { asOf: 'yesterday' });
    expect([host.age.minutes, clock.delays.length]).to.deep.equal([undefined, 0]);
    host.dated = undefined;
    host.requestUpdate();
    await host.updateComplete;
    expect([host.age.minutes, clock.delays.length]).to.deep.equal([undefined, 0]);
  });

  it('stands still where the clock of the host does', async () => {
    await show(0, {}, new Date(clock.now + 10 * minute));
    await pass(60 * minute);
    expect([host.age.minutes, host.seen, clock.delays]).to.deep.equal([10, [10], []]);
  });

  it('is looked at again in a minute or two where the data is of tomorrow, or of the year 9999', async () => {
    for (const age of [-90 * second, -24 * 60 * minute, -clock.now * 100]) {
      await show(age);
      // a timer takes no more than 31 bits of milliseconds: beyond, it runs at once, and again
      expect(clock.delays[0], String(age)).to.be.within(second, 2 * minute);
    }
    await show(-90 * second);
    await pass(90 * second);
    expect(host.age.minutes).to.equal(0);
    await pass(minute);
    expect(host.seen.at(-1)).to.equal(1);
  });

  it('wakes nobody out of the page', async () => {
    await show(0);
    host.remove();
    expect(clock.delays).to.deep.equal([]);
  });
});
