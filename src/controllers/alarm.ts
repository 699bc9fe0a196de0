import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { calendarDayOf, startOfCalendarDay } from '../domain/calendar.js';
import type { Moment } from './moment.js';

/**
 * The longest sleep in one piece, in milliseconds: far below the 2^31 that a timer takes, and short enough that a
 * computer which was asleep over midnight (timers stand still meanwhile) notices soon after.
 */
const longestSleep = 15 * 60_000;

/** When each connected host's moment has to wake, in epoch milliseconds. One timer serves all of them. */
const sleepers = new Map<Moment, number>();
let timer: ReturnType<typeof setTimeout> | undefined;
let timerAt = Infinity;

function sleepUntil(sleeper: Moment, at: number): void {
  if (sleepers.size === 0) document.addEventListener('visibilitychange', wakeDue);
  sleepers.set(sleeper, at);
  if (at < timerAt) startTimer(at);
}

function sleepNoMore(sleeper: Moment): void {
  if (!sleepers.delete(sleeper) || sleepers.size > 0) return;
  document.removeEventListener('visibilitychange', wakeDue);
  clearTimeout(timer);
  timerAt = Infinity;
}

function startTimer(at: number): void {
  clearTimeout(timer);
  timerAt = at;
  timer = setTimeout(wakeDue, Math.min(Math.max(at - Date.now(), 0), longestSleep));
}

function wakeDue(): void {
  const now = Date.now();
  const due = [...sleepers].filter(([, at]) => at <= now).map(([sleeper]) => sleeper);
  for (const sleeper of due) sleepNoMore(sleeper);
  if (sleepers.size > 0) startTimer(Math.min(...sleepers.values()));
  for (const sleeper of due) sleeper.wake();
}

/** Wakes a host's moment at the next midnight of its time zone, and at the instant named with {@link wakeAt}. */
export class Alarm implements ReactiveController {
  readonly #moment: Moment;
  #connected = false;
  #instant: Date | undefined;

  constructor(host: ReactiveControllerHost, moment: Moment) {
    this.#moment = moment;
    host.addController(this);
  }

  /** Names the next instant at which something on screen changes; replaces the one named before, at any time. */
  wakeAt(instant: Date | undefined): void {
    if (instant?.getTime() === this.#instant?.getTime()) return;
    this.#instant = instant;
    this.#set();
  }

  hostConnected(): void {
    this.#connected = true;
  }

  hostDisconnected(): void {
    this.#connected = false;
    sleepNoMore(this.#moment);
  }

  hostUpdated(): void {
    this.#set();
  }

  #set(): void {
    if (!this.#connected) return;
    if (this.#moment.fixed !== undefined) {
      sleepNoMore(this.#moment);
      return;
    }
    const now = this.#moment.now.getTime();
    const instant = this.#instant?.getTime() ?? NaN;
    // what is not after `now` is already on screen: waking for it would never end
    sleepUntil(this.#moment, Math.min(this.#nextMidnight(), instant > now ? instant : Infinity));
  }

  #nextMidnight(): number {
    const { now, timeZone } = this.#moment;
    return startOfCalendarDay(calendarDayOf(now, timeZone) + 1, timeZone).getTime();
  }
}
