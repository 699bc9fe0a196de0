import type { ReactiveControllerHost } from 'lit';
import { Alarm } from './alarm.js';
import { Moment, type MomentSource } from './moment.js';

/** The host's {@link Moment} with its {@link Alarm}. */
export class Today {
  readonly #moment: Moment;
  readonly #alarm: Alarm;

  constructor(host: ReactiveControllerHost, read: () => MomentSource) {
    this.#moment = new Moment(host, read);
    this.#alarm = new Alarm(host, this.#moment);
  }

  get now(): Date {
    return this.#moment.now;
  }

  /** Names the next instant at which something on screen changes; replaces the one named before, at any time. */
  wakeAt(instant: Date | undefined): void {
    this.#alarm.wakeAt(instant);
  }
}
