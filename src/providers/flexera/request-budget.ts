import { retryAfterOf } from '../http/retry-after.js';

/** Whether somebody looks at the page for a request's answer, or it is one of many that are read ahead. */
export type Urgency = 'awaited' | 'background';

const minute = 60_000;

/** The share of all requests that reading ahead may use: the rest is there at once for whoever looks at the page. */
const backgroundShare = 0.8;

/** Requests under way at once. */
const mostAtOnce = 8;

/** How long a refusal holds everything up where it does not say how long, and at most where it does. */
const usualPause = 10_000;
const longestPause = 5 * minute;

interface Place {
  readonly urgency: Urgency;
  readonly grant: () => void;
}

/**
 * Keeps requests within a number a minute, whatever minute is looked at, and within what the server says is left. Who
 * is awaited comes before the background, which is spread evenly and leaves a part of every minute to the others.
 */
export class RequestBudget {
  readonly #limits: Readonly<Record<Urgency, number>>;
  /** When the requests of the last minute began. */
  #starts: number[] = [];
  #lastInBackground = -Infinity;
  #underWay = 0;
  #pausedUntil = -Infinity;
  /** What the server said is left, less what began since; `until` is when that is too old to go by. */
  #left: { count: number; readonly until: number } = { count: Infinity, until: Infinity };
  readonly #waiting: Place[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(requestsPerMinute: number) {
    this.#limits = {
      awaited: Math.max(1, Math.floor(requestsPerMinute)),
      background: Math.max(1, Math.floor(requestsPerMinute * backgroundShare)),
    };
  }

  /**
   * Waits until a request may begin; {@link release} says that it has ended. Who gives up while waiting takes no place
   * away from others.
   */
  async take(urgency: Urgency, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(place), 1);
        reject(signal.reason as Error);
        this.#serve();
      };
      const place: Place = {
        urgency,
        grant: () => {
          signal.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.#waiting.push(place);
      this.#serve();
    });
  }

  /** A request that had a place has ended. */
  release(): void {
    this.#underWay -= 1;
    this.#serve();
  }

  /** Takes in what an answer says about the limits. */
  note({ status, headers }: Pick<Response, 'status' | 'headers'>): void {
    const now = performance.now();
    const left = Number.parseInt(headers.get('x-ratelimit-remaining') ?? '', 10);
    // what is under way may not have been counted when the answer was written
    if (left >= 0) this.#left = { count: left - (this.#underWay - 1), until: now + minute };
    if (status === 429) {
      const pause = Math.min(retryAfterOf(headers) ?? usualPause, longestPause);
      this.#pausedUntil = Math.max(this.#pausedUntil, now + pause);
    }
    this.#serve();
  }

  /** Whole milliseconds until a request may begin, as far as only time stands in its way. */
  delayFor(urgency: Urgency): number {
    const now = performance.now();
    this.#starts = this.#starts.filter((start) => start > now - minute);
    const limit = this.#limits[urgency];
    const oldest = this.#starts[this.#starts.length - limit];
    const reserve = urgency === 'background' ? this.#limits.awaited - this.#limits.background : 0;
    const times = [this.#pausedUntil];
    if (oldest !== undefined) times.push(oldest + minute);
    if (urgency === 'background') times.push(this.#lastInBackground + minute / limit);
    if (this.#left.count <= reserve) times.push(this.#left.until);
    // a part of a millisecond would be over before any timer is, and be asked for again
    return Math.max(0, Math.ceil(Math.max(...times) - now));
  }

  #serve(): void {
    clearTimeout(this.#timer);
    for (;;) {
      const place = this.#waiting.find(({ urgency }) => urgency === 'awaited') ?? this.#waiting[0];
      if (!place || this.#underWay >= mostAtOnce) return;
      const delay = this.delayFor(place.urgency);
      if (delay > 0) {
        this.#timer = setTimeout(() => this.#serve(), delay);
        return;
      }
      this.#waiting.splice(this.#waiting.indexOf(place), 1);
      this.#begin(place);
    }
  }

  #begin({ urgency, grant }: Place): void {
    const now = performance.now();
    this.#starts.push(now);
    if (urgency === 'background') this.#lastInBackground = now;
    this.#left.count -= 1;
    this.#underWay += 1;
    grant();
  }
}
