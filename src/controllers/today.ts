import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { calendarDayOf, startOfCalendarDay } from '../domain/calendar.js';

/**
 * The longest sleep in one piece, in milliseconds: far below the 2^31 that a timer takes, and short enough that a
 * computer which was asleep over midnight (timers stand still meanwhile) notices soon after.
 */
const longestSleep = 15 * 60_000;

/** When each connected controller has to wake, in epoch milliseconds. One timer serves all of them. */
const sleepers = new Map<Today, number>();
let timer: ReturnType<typeof setTimeout> | undefined;
let timerAt = Infinity;

function sleepUntil(sleeper: Today, at: number): void {
  if (sleepers.size === 0) document.addEventListener('visibilitychange', wakeDue);
  sleepers.set(sleeper, at);
  if (at < timerAt) startTimer(at);
}

function sleepNoMore(sleeper: Today): void {
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

/**
 * The host's idea of "now": fixed where the host was given one, else the current moment, held still between wake-ups so
 * that everything on screen agrees. Asks the host to render at the next midnight of its time zone, and at the instant
 * that it names with {@link wakeAt}.
 */
export class Today implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #read: () => { readonly now?: Date; readonly timeZone: string };
  #connected = false;
  #current: Date | undefined;
  #instant: Date | undefined;

  constructor(host: ReactiveControllerHost, read: () => { readonly now?: Date; readonly timeZone: string }) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  get now(): Date {
    return this.#fixed() ?? (this.#current ??= new Date());
  }

  /** Names the next instant at which something on screen changes; replaces the one named before, at any time. */
  wakeAt(instant: Date | undefined): void {
    if (instant?.getTime() === this.#instant?.getTime()) return;
    this.#instant = instant;
    this.#setAlarm();
  }

  /** Reads the clock anew. The shared timer calls it. */
  wake(): void {
    this.#current = new Date();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#connected = true;
    this.wake();
  }

  hostDisconnected(): void {
    this.#connected = false;
    sleepNoMore(this);
  }

  hostUpdated(): void {
    this.#setAlarm();
  }

  #setAlarm(): void {
    if (!this.#connected) return;
    if (this.#fixed() !== undefined) {
      sleepNoMore(this);
      return;
    }
    const now = this.now.getTime();
    const instant = this.#instant?.getTime() ?? NaN;
    // what is not after `now` is already on screen: waking for it would never end
    sleepUntil(this, Math.min(this.#nextMidnight(), instant > now ? instant : Infinity));
  }

  #fixed(): Date | undefined {
    const { now } = this.#read();
    return now === undefined || Number.isNaN(now.getTime()) ? undefined : now;
  }

  #nextMidnight(): number {
    const { timeZone } = this.#read();
    return startOfCalendarDay(calendarDayOf(this.now, timeZone) + 1, timeZone).getTime();
  }
}
