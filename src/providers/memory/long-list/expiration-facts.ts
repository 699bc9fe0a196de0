import type { Availability } from '../../../domain/availability.js';
import { calendarDayOf, startOfCalendarDay } from '../../../domain/calendar.js';
import type { ExpirationClock, ExpirationSummary } from '../../../domain/expirations.js';
import { daysLeft, hasExpired, parseExpiry, type ParsedExpiry } from '../../../domain/expiry.js';
import { expirationsOf, type Row } from '../row-fields.js';
import { gone } from './changed-order.js';
import { isStride, type Slices } from './slices.js';

/** What a row has instead of the day of its next expiry, in the order of such rows: later than any day. */
export const noExpirations = 2 ** 30;
const noEntitlements = noExpirations + 1;
const notKnown = noExpirations + 2;

/** The length of a calendar date. */
const dateLength = 10;

/**
 * What the two expiration cells of all rows say at a moment: the same as `upcomingExpiration` and `expirationStatus` of
 * the domain, but as numbers, and without reading any date twice.
 */
export class ExpirationFacts {
  /** The statuses by number, in their order: expired, the horizons, `none`, `unknown`. */
  readonly statuses: readonly string[];
  /** The number of the status `none`: it and those after it are blank. */
  readonly none: number;
  /** The number of each row's status. */
  readonly statusOf: Uint16Array;
  /** The day of each row's next expiry, in days since 1970-01-01; {@link noExpirations} or more where it has none. */
  readonly nextDayOf: Int32Array;
  /** The day of the moment; `NaN` where that is none. */
  readonly today: number;

  readonly #clock: ExpirationClock;
  readonly #horizons: readonly number[];
  /** The calendar dates by their {@link dateNumber}: a long list has few different ones, so each is read once. */
  readonly #dates = new Map<number, ParsedExpiry | undefined>();
  /** When another row may say something else. */
  #until: number;

  private constructor(rowCount: number, clock: ExpirationClock) {
    this.#clock = clock;
    this.#horizons = [...new Set(clock.policy.horizons)].sort((a, b) => a - b);
    this.statuses = ['expired', ...this.#horizons.map((days) => `expires-in-${days}`), 'none', 'unknown'];
    this.none = this.statuses.length - 2;
    this.statusOf = new Uint16Array(rowCount).fill(this.statuses.length - 1);
    this.nextDayOf = new Int32Array(rowCount).fill(notKnown);
    this.today = calendarDayOf(clock.now, clock.timeZone);
    this.#until = startOfCalendarDay(this.today + 1, clock.timeZone).getTime();
  }

  /** Works them out. */
  static async of(rows: readonly Row[], clock: ExpirationClock, slices: Slices): Promise<ExpirationFacts> {
    const facts = new ExpirationFacts(rows.length, clock);
    for (let index = 0; index < rows.length; index += 1) {
      facts.#judge(index, expirationsOf(rows[index]));
      if (isStride(index) && slices.isOver) await slices.pause();
    }
    facts.#dates.clear();
    return facts;
  }

  /** The same at the same moment, after some rows changed or were added; within these where none was added. */
  changed(rows: readonly Row[], changedRows: Uint32Array): ExpirationFacts {
    const facts = rows.length > this.statusOf.length ? new ExpirationFacts(rows.length, this.#clock) : this;
    if (facts !== this) {
      facts.#until = this.#until;
      facts.statusOf.set(this.statusOf);
      facts.nextDayOf.set(this.nextDayOf);
    }
    for (const row of changedRows) {
      facts.statusOf[row] = facts.statuses.length - 1;
      facts.nextDayOf[row] = notKnown;
      facts.#judge(row, expirationsOf(rows[row]));
    }
    return facts;
  }

  /** The same at the same moment, after some rows were taken out. */
  remaining(rowCount: number, placeOf: Uint32Array): ExpirationFacts {
    const facts = new ExpirationFacts(rowCount, this.#clock);
    facts.#until = this.#until;
    for (const [before, row] of placeOf.entries()) {
      if (row === gone) continue;
      facts.statusOf[row] = this.statusOf[before] ?? 0;
      facts.nextDayOf[row] = this.nextDayOf[before] ?? notKnown;
    }
    return facts;
  }

  /** Whether they are true at a moment, too. */
  holdAt(now: Date): boolean {
    const moment = now.getTime();
    const from = this.#clock.now.getTime();
    return Object.is(moment, from) || (moment > from && moment < this.#until);
  }

  #judge(row: number, expirations: Availability<ExpirationSummary>): void {
    if (expirations.state !== 'ready' || Number.isNaN(this.today)) return;
    const { now, policy } = this.#clock;
    const { undated, unreadable, dates } = expirations.value;
    let incomplete = unreadable > 0 || (expirations.missing?.length ?? 0) > 0;
    let recentlyExpired = false;
    let next = notKnown;
    for (const date of dates) {
      const expiry = this.#read(date);
      if (!expiry) incomplete = true;
      else if (hasExpired(expiry, now, this.today)) {
        recentlyExpired ||= daysLeft(expiry, this.today) >= -policy.graceDays;
      } else {
        next = Math.min(next, expiry.day);
        if (expiry.kind === 'instant') this.#until = Math.min(this.#until, expiry.instant);
      }
    }
    const horizon = this.#horizonAt(next - this.today);
    if (recentlyExpired) this.statusOf[row] = 0;
    else if (horizon < this.#horizons.length) this.statusOf[row] = 1 + horizon;
    else if (!incomplete) this.statusOf[row] = this.none;
    if (next < noExpirations) this.nextDayOf[row] = next;
    else if (!incomplete) this.nextDayOf[row] = undated > 0 || recentlyExpired ? noExpirations : noEntitlements;
  }

  /** The place of the nearest horizon that so many days lie within; beyond the last where none is. */
  #horizonAt(daysLeft: number): number {
    let place = 0;
    while (place < this.#horizons.length && daysLeft > (this.#horizons[place] ?? 0)) place += 1;
    return place;
  }

  #read(date: string): ParsedExpiry | undefined {
    const { timeZone } = this.#clock;
    const number = dateNumber(date);
    if (number === undefined) return parseExpiry(date, timeZone);
    let expiry = this.#dates.get(number);
    if (!expiry) this.#dates.set(number, (expiry = parseExpiry(date, timeZone)));
    return expiry;
  }
}

/** A number that stands for a text of the form of a calendar date and for no other: found faster than a text. */
function dateNumber(text: string): number | undefined {
  if (text.length !== dateLength || text[4] !== '-' || text[7] !== '-') return undefined;
  let number = 0;
  for (let index = 0; index < dateLength; index += 1) {
    if (index === 4 || index === 7) continue;
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return number;
}
