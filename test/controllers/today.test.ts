import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { Today } from '../../src/controllers/today.js';
import { FakeClock } from './fake-clock.js';

class TodayHost extends LitElement {
  @property({ attribute: false }) now?: Date;
  @property() timeZone = 'UTC';
  @property({ attribute: false }) instant?: Date;
  readonly seen: string[] = [];
  readonly today = new Today(this, () => this);

  override willUpdate() {
    this.today.wakeAt(this.instant);
    this.seen.push(this.today.now.toISOString().slice(0, 19));
  }
}
customElements.define('today-host', TodayHost);

describe('Today', () => {
  let clock: FakeClock;
  const hosts: TodayHost[] = [];

  async function hostWith(properties: Partial<TodayHost> = {}): Promise<TodayHost> {
    const host = Object.assign(new TodayHost(), properties);
    hosts.push(host);
    document.body.append(host);
    await host.updateComplete;
    return host;
  }

  async function advance(moment: string): Promise<void> {
    clock.advanceTo(moment);
    await Promise.all(hosts.map((host) => host.updateComplete));
  }

  beforeEach(() => {
    clock = new FakeClock('2026-06-15T12:00:00Z');
  });

  afterEach(() => {
    for (const host of hosts.splice(0)) host.remove();
    const left = clock.delays;
    clock.restore();
    expect(left, 'timers left behind').to.deep.equal([]);
  });

  it('stands still between wake-ups', async () => {
    const host = await hostWith();
    await advance('2026-06-15T18:00:00Z');
    host.requestUpdate();
    await host.updateComplete;
    expect(host.seen).to.deep.equal(['2026-06-15T12:00:00', '2026-06-15T12:00:00']);
  });

  it('wakes at each midnight of the time zone', async () => {
    const newYork = await hostWith({ timeZone: 'America/New_York' });
    const kolkata = await hostWith({ timeZone: 'Asia/Kolkata' });
    for (const moment of ['15T18:29:59', '15T18:30:00', '16T03:59:59', '16T04:00:00', '16T18:30:00', '17T04:00:00']) {
      await advance(`2026-06-${moment}Z`);
    }
    const nights = ({ seen }: TodayHost) => seen.slice(1);
    expect(nights(newYork)).to.deep.equal(['2026-06-16T04:00:00', '2026-06-17T04:00:00']);
    expect(nights(kolkata)).to.deep.equal(['2026-06-15T18:30:00', '2026-06-16T18:30:00']);
  });

  it('judges an unknown time zone as UTC', async () => {
    const host = await hostWith({ timeZone: 'Mars/Olympus' });
    await advance('2026-06-16T00:00:00Z');
    expect(host.seen.at(-1)).to.equal('2026-06-16T00:00:00');
  });

  it('wakes at the instant that it was told, and not for one that has passed', async () => {
    const host = await hostWith({ instant: new Date('2026-06-15T15:30:00Z') });
    await advance('2026-06-15T15:29:59Z');
    expect(host.seen).to.have.length(1);
    await advance('2026-06-15T15:30:00Z');
    expect(host.seen.at(-1)).to.equal('2026-06-15T15:30:00');
    await advance('2026-06-15T23:59:59Z');
    expect(host.seen).to.have.length(2);
  });

  it('wakes at an instant that it is told after the host’s update, or in place of another one', async () => {
    const host = await hostWith();
    host.today.wakeAt(new Date('2026-06-15T15:30:00Z'));
    host.instant = new Date('2026-06-15T15:30:00Z');
    await advance('2026-06-15T15:30:00Z');
    expect(host.seen.at(-1)).to.equal('2026-06-15T15:30:00');
    host.today.wakeAt(new Date('2026-06-15T18:00:00Z'));
    host.today.wakeAt(new Date('2026-06-15T16:00:00Z'));
    await advance('2026-06-15T16:00:00Z');
    expect(host.seen.at(-1)).to.equal('2026-06-15T16:00:00');
  });

  it('is woken by nothing out of the page, whatever it is told there', async () => {
    const host = await hostWith();
    host.remove();
    host.today.wakeAt(new Date('2026-06-15T15:30:00Z'));
    expect(clock.delays).to.deep.equal([]);
  });

  it('takes an invalid instant for none', async () => {
    const host = await hostWith({ instant: new Date(NaN) });
    await advance('2026-06-15T23:59:59Z');
    expect(host.seen).to.have.length(1);
  });

  it('keeps to a fixed now, without a timer', async () => {
    const host = await hostWith({ now: new Date('2030-01-01T00:00:00Z') });
    expect(clock.delays).to.deep.equal([]);
    expect(host.seen).to.deep.equal(['2030-01-01T00:00:00']);
    host.now = undefined;
    await host.updateComplete;
    expect(host.seen.at(-1)).to.equal('2026-06-15T12:00:00');
    expect(clock.delays).to.have.length(1);
    host.now = new Date('2030-01-01T00:00:00Z');
    await host.updateComplete;
    expect(clock.delays).to.deep.equal([]);
  });

  it('takes an invalid fixed now for none', async () => {
    const host = await hostWith({ now: new Date(NaN) });
    expect(host.seen).to.deep.equal(['2026-06-15T12:00:00']);
  });

  it('shares one timer among all elements, short enough for any machine', async () => {
    for (let count = 0; count < 20; count++) await hostWith();
    expect(clock.delays).to.have.length(1);
    expect(clock.delays[0]).to.be.at.most(2 ** 31 - 1);
    await advance('2026-06-16T00:00:00Z');
    expect(hosts.map(({ seen }) => seen.at(-1))).to.deep.equal(Array(20).fill('2026-06-16T00:00:00'));
    expect(clock.delays).to.have.length(1);
  });

  it('notices a night that the computer slept through when the page is looked at again', async () => {
    const host = await hostWith();
    clock.sleepUntil('2026-06-16T07:00:00Z');
    document.dispatchEvent(new Event('visibilitychange'));
    await host.updateComplete;
    expect(host.seen.at(-1)).to.equal('2026-06-16T07:00:00');
  });

  it('reads the clock anew when the host comes back, and leaves nothing behind while it is away', async () => {
    const host = await hostWith();
    host.remove();
    expect(clock.delays).to.deep.equal([]);
    await advance('2026-06-20T08:00:00Z');
    expect(host.seen).to.have.length(1);
    document.body.append(host);
    await host.updateComplete;
    expect(host.seen.at(-1)).to.equal('2026-06-20T08:00:00');
  });
});
