// @ts-check
// What a clock says of each customer (docs/rules.md §2): the day on which its next expiry falls, and its status.
import { blank, hasUndated, knowledge, withRoom } from './customer-columns.mjs';
import { startOfCalendarDay } from './sources.mjs';

/** @import { Clock } from './clock.mjs' */
/** @import { CustomerColumns } from './customer-columns.mjs' */

const complete = knowledge.indexOf('complete');
const unknown = knowledge.indexOf('unknown');

export class Standings {
  #clock;
  #firstOfGrace;
  #graceBegins;
  #horizons;

  /** The statuses as the filter names them, in the order of the column: those that are blank there at the end. */
  names;
  /** How many of `names` are not blank. */
  dated;
  /** The day of the next expiry, in days since 1970-01-01, or `blank`. */
  nextDay = new Int32Array(0);
  /** Dates, then No expirations, then No entitlements, then unknown. */
  upcomingRank = new Uint8Array(0);
  /** A place in `names`. */
  status = new Uint8Array(0);

  /** @param {Clock} clock */
  constructor(clock) {
    const { today, policy, timeZone } = clock;
    this.#clock = clock;
    this.#firstOfGrace = today - policy.graceDays;
    this.#graceBegins = startOfCalendarDay(this.#firstOfGrace, timeZone).getTime();
    this.#horizons = [...new Set(policy.horizons)].sort((a, b) => a - b);
    this.names = ['expired', ...this.#horizons.map((days) => `expires-in-${days}`), 'none', 'unknown'];
    this.dated = this.names.length - 2;
  }

  /**
   * @param {CustomerColumns} columns
   * @param {readonly number[]} [places] Default: all.
   */
  judge(columns, places) {
    this.nextDay = withRoom(this.nextDay, columns.ids.length);
    this.upcomingRank = withRoom(this.upcomingRank, columns.ids.length);
    this.status = withRoom(this.status, columns.ids.length);
    if (places) for (const place of places) this.#judgeOne(columns, place);
    else for (let place = 0; place < columns.count; place += 1) this.#judgeOne(columns, place);
  }

  /**
   * @param {CustomerColumns} columns
   * @param {number} place
   */
  #judgeOne(columns, place) {
    const { now, today } = this.#clock;
    let next = blank;
    let recent = false;
    const firstDay = columns.daysFrom[place] ?? 0;
    for (let at = firstDay; at < firstDay + (columns.daysCount[place] ?? 0); at += 1) {
      const day = columns.days[at] ?? 0;
      if (day >= today) {
        // they are in their order
        next = day;
        break;
      }
      if (day >= this.#firstOfGrace) recent = true;
    }
    let nextInstant = Infinity;
    const firstInstant = columns.instantsFrom[place] ?? 0;
    for (let at = firstInstant; at < firstInstant + (columns.instantsCount[place] ?? 0); at += 1) {
      const instant = columns.instants[at] ?? 0;
      if (instant > now) nextInstant = Math.min(nextInstant, instant);
      else if (instant >= this.#graceBegins) recent = true;
    }
    if (nextInstant !== Infinity) next = Math.min(next, this.#dayOf(nextInstant));
    const known = columns.known[place] ?? 0;
    this.nextDay[place] = next;
    this.upcomingRank[place] =
      next !== blank ? 0 : known !== complete ? 3 : recent || (columns.traits[place] ?? 0) & hasUndated ? 1 : 2;
    this.status[place] = this.#statusOf(known, recent, next);
  }

  /**
   * @param {number} known
   * @param {boolean} recent
   * @param {number} next
   */
  #statusOf(known, recent, next) {
    const none = this.dated;
    if (known === unknown) return none + 1;
    if (recent) return 0;
    if (next !== blank) {
      for (let index = 0; index < this.#horizons.length; index += 1) {
        if (next - this.#clock.today <= (this.#horizons[index] ?? 0)) return index + 1;
      }
    }
    return known === complete ? none : none + 1;
  }

  /** @param {number} instant One to come. */
  #dayOf(instant) {
    const { today, days } = this.#clock;
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] ?? 0) <= instant) low = middle + 1;
      else high = middle;
    }
    return today + low - 1;
  }
}
