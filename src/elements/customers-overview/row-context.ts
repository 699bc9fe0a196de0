import type { Localization } from '../../controllers/localization.js';
import { knownTimeZone } from '../../domain/calendar.js';
import { completePolicy } from '../../domain/expiration-policy.js';
import { defaultExpirationPolicy, type ExpirationClock, type ExpirationPolicy } from '../../domain/expirations.js';
import type { Messages } from '../../messages/messages.js';
import { columns, type Column } from './columns.js';
import type { CustomersOverview } from './customers-overview.element.js';
import type { RowControls } from './row-controls.js';

/** What all rows share. Another object means that every row has to be rendered again. */
export interface RowContext extends ExpirationClock {
  readonly l10n: Localization;
  /** Of `l10n`; named apart because another language is another context. */
  readonly messages: Messages;
  readonly locale: string;
  /** Link templates with `{id}`, `{externalId}`, `{name}`; absent: buttons. */
  readonly customerHref: string | undefined;
  readonly beaconsHref: string | undefined;
  /** What relative links are resolved against. */
  readonly base: string;
  /** The columns shown, in their order. */
  readonly columns: readonly Column[];
  /** Absent until they are there: they come after the first view. */
  readonly controls: RowControls | undefined;
}

/** What the viewer's choices make of the rows. */
export type RowChoices = Partial<Pick<RowContext, 'columns' | 'controls'>>;

/** The context of an overview's rows, the same object for as long as rows look the same in it. */
export class RowContextSource {
  readonly #host: CustomersOverview;
  readonly #l10n: Localization;
  #policies: readonly unknown[] = [];
  #policy = defaultExpirationPolicy;
  #current: RowContext | undefined;

  constructor(host: CustomersOverview, l10n: Localization) {
    this.#host = host;
    this.#l10n = l10n;
  }

  /** @param fixedPolicy The provider's own thresholds, which win over the element's. */
  at(now: Date, fixedPolicy: ExpirationPolicy | undefined, choices: RowChoices | undefined): RowContext {
    const { policy, timeZone, customerHref, beaconsHref, ownerDocument } = this.#host;
    if (this.#policies[0] !== policy || this.#policies[1] !== fixedPolicy) {
      this.#policies = [policy, fixedPolicy];
      this.#policy = completePolicy({ ...policy, ...fixedPolicy });
    }
    const { messages, locale } = this.#l10n;
    const context: RowContext = {
      l10n: this.#l10n,
      messages,
      locale,
      now,
      timeZone: knownTimeZone(timeZone),
      policy: this.#policy,
      customerHref,
      beaconsHref,
      base: ownerDocument.baseURI,
      columns: choices?.columns ?? columns,
      controls: choices?.controls,
    };
    if (this.#current === undefined || !isSameContext(this.#current, context)) this.#current = context;
    return this.#current;
  }
}

function isSameContext(a: RowContext, b: RowContext): boolean {
  return (
    a.messages === b.messages &&
    a.locale === b.locale &&
    a.now.getTime() === b.now.getTime() &&
    a.timeZone === b.timeZone &&
    a.policy === b.policy &&
    a.customerHref === b.customerHref &&
    a.beaconsHref === b.beaconsHref &&
    a.base === b.base &&
    a.columns === b.columns &&
    a.controls === b.controls
  );
}
