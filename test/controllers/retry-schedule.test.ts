import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { passesByItself, RetrySchedule } from '../../src/controllers/retry-schedule.js';
import { errorCodes, type ErrorCode } from '../../src/domain/availability.js';
import type { CustomersProvider } from '../../src/providers/customers-provider.js';
import { ProviderError } from '../../src/providers/provider-error.js';
import { FakeClock } from './fake-clock.js';

const unavailable = new ProviderError('unavailable');
const busy = (retryAfterMs: unknown) => ({ code: 'rate-limited', retryAfterMs });
const minute = 60_000;

/** An element with something that may fail, in and out of the page on demand. */
class Asker implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  readonly schedule: RetrySchedule;
  /** When it was told to ask, in milliseconds of the clock. */
  readonly asked: number[] = [];
  #controller: ReactiveController | undefined;

  constructor(onRetry?: () => void) {
    this.schedule = new RetrySchedule(this, () => {
      this.asked.push(Date.now());
      onRetry?.();
    });
  }

  addController(controller: ReactiveController): void {
    this.#controller = controller;
  }

  removeController(): void {}
  requestUpdate(): void {}

  leave(): void {
    this.#controller?.hostDisconnected?.();
  }

  come(): void {
    this.#controller?.hostConnected?.();
  }
}

/** What the browser says of network and page, and what chance brings. */
let isOnline: boolean;
let isHidden: boolean;
let chance: number;

function goOnline(online: boolean): void {
  isOnline = online;
  dispatchEvent(new Event(online ? 'online' : 'offline'));
}

function look(atPage: boolean): void {
  isHidden = !atPage;
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('RetrySchedule', () => {
  const { random } = Math;
  let clock: FakeClock;
  let start: number;
  let provider: CustomersProvider;
  let askers: Asker[];

  const asker = (onRetry?: () => void): Asker => {
    const created = new Asker(onRetry);
    askers.push(created);
    return created;
  };
  const counts = (): number[] => askers.map(({ asked }) => asked.length);

  beforeEach(() => {
    [isOnline, isHidden, chance] = [true, false, 0];
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
    Math.random = () => chance;
    clock = new FakeClock('2026-06-15T12:00:00Z');
    start = clock.now;
    provider = { listCustomers: () => Promise.reject(unavailable) };
    askers = [];
  });

  afterEach(() => {
    for (const each of askers) each.schedule.cancel();
    const left = clock.delays;
    clock.restore();
    Math.random = random;
    Reflect.deleteProperty(navigator, 'onLine');
    Reflect.deleteProperty(document, 'hidden');
    expect(left, 'timers left behind').to.deep.equal([]);
  });

  describe('of one element', () => {
    for (const code of errorCodes) {
      const passes = (['rate-limited', 'timeout', 'offline', 'unavailable'] as ErrorCode[]).includes(code);
      it(`${passes ? 'asks' : 'does not ask'} again after ${code}`, () => {
        const one = asker();
        expect(passesByItself({ code })).to.equal(passes);
        one.schedule.failed(provider, { code });
        clock.advanceBy(minute);
        expect(one.asked.length).to.equal(Number(passes));
      });
    }

    for (const [luck, seconds] of [
      [0, [2.5, 5, 10, 20, 40, 80, 150, 150]],
      [1, [5, 10, 20, 40, 80, 160, 300, 300]],
    ] as const)
      it(`asks ${luck === 0 ? 'no earlier' : 'no later'} than after ${seconds.join(', ')} seconds`, () => {
        chance = luck;
        const one = asker(() => one.schedule.failed(provider, unavailable));
        one.schedule.failed(provider, unavailable);
        for (const second of seconds) {
          expect(clock.delays).to.deep.equal([second * 1000]);
          clock.advanceBy(second * 1000);
        }
        expect(one.asked).to.have.length(seconds.length);
      });

    it('begins anew with short delays once it was answered', () => {
      const one = asker();
      for (let failures = 0; failures < 4; failures += 1) {
        one.schedule.failed(provider, unavailable);
        clock.advanceBy(5 * minute);
      }
      one.schedule.recovered();
      expect(clock.delays).to.deep.equal([]);
      one.schedule.failed(provider, unavailable);
      expect(clock.delays).to.deep.equal([2500]);
    });

    it('asks no more once nobody waits, or a failure came that does not pass', () => {
      const [one, two] = [asker(), asker()];
      one.schedule.failed(provider, unavailable);
      one.schedule.cancel();
      two.schedule.failed(provider, unavailable);
      two.schedule.failed(provider, new ProviderError('forbidden'));
      clock.advanceBy(60 * minute);
      expect(counts()).to.deep.equal([0, 0]);
    });

    it('leaves nothing behind out of the page, and waits again when it is back', () => {
      const one = asker();
      one.schedule.failed(provider, unavailable);
      one.leave();
      expect(clock.delays).to.deep.equal([]);
      clock.advanceBy(60 * minute);
      expect(one.asked).to.deep.equal([]);
      one.come();
      clock.advanceBy(5000);
      expect(one.asked).to.have.length(1);
    });

    it('waits for nothing when it comes back without a failure', () => {
      const one = asker();
      one.schedule.failed(provider, unavailable);
      one.schedule.recovered();
      one.leave();
      one.come();
      expect(clock.delays).to.deep.equal([]);
    });

    it('does not wait longer for being moved in the page', () => {
      const one = asker();
      one.schedule.failed(provider, unavailable);
      for (let moves = 0; moves < 10; moves += 1) {
        one.leave();
        one.come();
      }
      expect(clock.delays).to.deep.equal([2500]);
    });
  });

  describe('of a server that says how long', () => {
    it('waits that long, and up to a tenth longer', () => {
      for (const luck of [0, 1]) {
        chance = luck;
        const one = asker();
        one.schedule.failed({ ...provider }, busy(20_000));
        expect(clock.delays).to.deep.equal([luck === 0 ? 20_000 : 22_000]);
        one.schedule.cancel();
      }
    });

    it('waits an hour at most', () => {
      asker().schedule.failed(provider, busy(24 * 60 * minute));
      expect(clock.delays).to.deep.equal([60 * minute]);
    });

    it('is asked less and less, though never earlier, where it goes on saying so', () => {
      const one = asker(() => one.schedule.failed(provider, busy(8000)));
      one.schedule.failed(provider, busy(8000));
      const delays: number[] = [];
      for (let failures = 0; failures < 6; failures += 1) {
        delays.push(clock.delays[0] ?? NaN);
        clock.advanceBy(delays.at(-1) ?? NaN);
      }
      expect(delays).to.deep.equal([8000, 8000, 10_000, 20_000, 40_000, 80_000]);
    });

    for (const [what, wish] of [
      ['nothing', undefined],
      ['a negative time', -1],
      ['what is no time', 'soon'],
      ['not a number', NaN],
    ] as const)
      it(`waits as for any failure where it says ${what}`, () => {
        asker().schedule.failed(provider, busy(wish));
        expect(clock.delays).to.deep.equal([2500]);
      });

    it('waits as for any failure where the error throws when it is read', () => {
      const hostile = {
        code: 'timeout',
        get retryAfterMs(): number {
          throw new Error('no');
        },
      };
      asker().schedule.failed(provider, hostile);
      expect(clock.delays).to.deep.equal([2500]);
    });
  });

  describe('of many elements with one provider', () => {
    const failAll = (): void => {
      for (const { schedule } of askers) schedule.failed(provider, unavailable);
    };

    it('lets one ask, and the others at once when that was answered', () => {
      const [first] = [asker(), asker(), asker()];
      failAll();
      expect(clock.delays).to.deep.equal([2500]);
      clock.advanceBy(2500);
      expect(counts()).to.deep.equal([1, 0, 0]);
      first?.schedule.recovered();
      expect(counts()).to.deep.equal([1, 1, 1]);
      expect(clock.delays).to.deep.equal([]);
    });

    it('lets another one ask, later, when that failed; what fails together is one failure', () => {
      const [first] = [asker(), asker(), asker()];
      failAll();
      clock.advanceBy(2500);
      first?.schedule.failed(provider, unavailable);
      expect(clock.delays).to.deep.equal([5000]);
      clock.advanceBy(5000);
      expect(counts()).to.deep.equal([1, 1, 0]);
    });

    it('lets nobody ask beside the one whose answer is still to come, whoever fails meanwhile', () => {
      const [, , third] = [asker(), asker(), asker()];
      failAll();
      clock.advanceBy(2500);
      third?.schedule.failed(provider, unavailable);
      clock.advanceBy(30_000);
      expect(counts()).to.deep.equal([1, 0, 0]);
    });

    it('lets the next one ask soon when the one that asks leaves, or gives up', () => {
      chance = 1;
      const [first, second] = [asker(), asker(), asker()];
      failAll();
      clock.advanceBy(5000);
      first?.leave();
      clock.advanceBy(1000);
      expect(counts()).to.deep.equal([1, 1, 0]);
      second?.schedule.cancel();
      clock.advanceBy(1000);
      expect(counts()).to.deep.equal([1, 1, 1]);
    });

    it('does not wait for ever for an answer that never comes', () => {
      const [first] = [asker(), asker()];
      failAll();
      clock.advanceBy(2500);
      expect(counts()).to.deep.equal([1, 0]);
      clock.advanceBy(minute);
      expect(counts()).to.deep.equal([1, 1]);
      first?.schedule.recovered();
      expect(clock.delays, 'it came after all').to.deep.equal([]);
    });

    it('lets the others ask when one that only waits is answered, as after a click', () => {
      const [, second] = [asker(), asker(), asker()];
      failAll();
      second?.schedule.recovered();
      expect(counts()).to.deep.equal([1, 0, 1]);
    });

    it('keeps whom the server has told to wait out of it until then', () => {
      const [first, patient] = [asker(), asker()];
      first.schedule.failed(provider, unavailable);
      patient.schedule.failed(provider, busy(30_000));
      clock.advanceBy(2500);
      first.schedule.recovered();
      expect(counts()).to.deep.equal([1, 0]);
      clock.advanceBy(27_499);
      expect(counts()).to.deep.equal([1, 0]);
      clock.advanceBy(1);
      expect(counts()).to.deep.equal([1, 1]);
    });

    it('does not make those of another provider wait, and leaves the line when the provider is another', () => {
      const other = { ...provider };
      const [one, two] = [asker(), asker()];
      one.schedule.failed(provider, unavailable);
      two.schedule.failed(other, unavailable);
      expect(clock.delays).to.deep.equal([2500, 2500]);
      one.schedule.failed(other, unavailable);
      expect(clock.delays).to.deep.equal([2500]);
      clock.advanceBy(2500);
      two.schedule.recovered();
      expect(counts()).to.deep.equal([1, 1]);
    });
  });

  for (const [what, goAway, comeBack] of [
    ['without a network', () => goOnline(false), () => goOnline(true)],
    ['while nobody looks at the page', () => look(false), () => look(true)],
  ] as const)
    describe(what, () => {
      it('asks nothing, and within a second when that is over', () => {
        chance = 1;
        const one = asker(() => one.schedule.cancel());
        goAway();
        one.schedule.failed(provider, unavailable);
        clock.advanceBy(60 * minute);
        expect(one.asked).to.deep.equal([]);
        const back = clock.now;
        comeBack();
        clock.advanceBy(1000);
        expect(one.asked).to.deep.equal([back + 1000]);
      });

      it('does not ask beside an answer that is still to come', () => {
        const [first] = [asker(), asker()];
        for (const { schedule } of askers) schedule.failed(provider, unavailable);
        clock.advanceBy(2500);
        goAway();
        comeBack();
        clock.advanceBy(1000);
        expect(counts()).to.deep.equal([1, 0]);
        first?.schedule.recovered();
        expect(counts()).to.deep.equal([1, 1]);
      });

      it('still waits as long as the server said', () => {
        const one = asker();
        one.schedule.failed(provider, busy(30_000));
        goAway();
        comeBack();
        clock.advanceBy(29_999);
        expect(one.asked).to.deep.equal([]);
        clock.advanceBy(1);
        expect(one.asked).to.deep.equal([start + 30_000]);
      });
    });
});
