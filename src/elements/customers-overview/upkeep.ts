import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { Alarm } from '../../controllers/alarm.js';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import { DataAge } from '../../controllers/data-age.js';
import { LateColumns } from '../../controllers/late-columns.js';
import { Localization } from '../../controllers/localization.js';
import type { Moment } from '../../controllers/moment.js';
import { RetrySchedule } from '../../controllers/retry-schedule.js';
import { upkeep } from '../../messages/en/upkeep.js';
import { nextExpirationChange } from '../../domain/next-expiration-change.js';
import type { CustomersSort } from '../../domain/query.js';
import type { MessagesOverride } from '../../messages/messages.js';
import type { Call, CustomersHint, CustomersProvider } from '../../providers/customers-provider.js';
import { endAnnouncement, errorAnnouncement, resultAnnouncement } from './announcements.js';
import type { CustomersGrid } from './customers-grid.js';
import type { ListState } from './list-state.js';
import { ageTemplate, noticeTemplate, progressText, type Progress } from './upkeep.template.js';

/** What an {@link Upkeep} is told by its element. */
export interface UpkeepOptions {
  readonly list: CustomerWindow;
  readonly grid: CustomersGrid;
  readonly moment: Moment;
  readonly provider: () => CustomersProvider | undefined;
  readonly call: () => Omit<Call, 'signal'>;
  /** Asks the provider anew for everything. */
  readonly refresh: () => void;
  /** Says something once it is quiet. */
  readonly say: (text: string | undefined) => void;
  /** The late columns could not be read. */
  readonly onError: (error: unknown) => void;
}

/**
 * What keeps a list up to date once it stands: its late columns, its age, the moment that it is judged at, what has
 * changed in it meanwhile, and the retries of what failed. Says what becomes of it. Loaded after the first view.
 */
export class Upkeep {
  readonly #host: LitElement & { readonly now: Date | undefined };
  readonly #options: UpkeepOptions;
  readonly #l10n: Localization<'upkeep'>;
  readonly #age: DataAge;
  readonly #alarm: Alarm;
  readonly #lateColumns: LateColumns;
  readonly #retry: RetrySchedule;
  /** Whose failure is waited for to pass. */
  #failing: CustomersProvider | undefined;
  /** Of which provider the following is known. */
  #provider: CustomersProvider | undefined;
  readonly #progress = new Map<string, Progress>();
  /** What a newer list would show, and since when; `count` where it is known. */
  #changes: { readonly count: number | undefined; readonly since: number } | undefined;
  /** The viewer waits for a refresh, whose end is to be said. */
  #isAwaited = false;
  #isOffline = false;

  constructor(
    host: LitElement & { readonly now: Date | undefined; readonly messages: MessagesOverride | undefined },
    options: UpkeepOptions,
  ) {
    this.#host = host;
    this.#options = options;
    const { list, grid, call, onError } = options;
    this.#l10n = new Localization<'upkeep'>(host, () => host.messages, { upkeep });
    this.#age = new DataAge(host, () => ({ dated: list.result?.dated, now: host.now }));
    this.#alarm = new Alarm(host, options.moment);
    this.#retry = new RetrySchedule(host, () => list.retry());
    this.#lateColumns = new LateColumns(host, {
      result: () => list.result,
      call,
      customersInPage: () => grid.customersInPage,
      isScrolling: () => grid.isScrolling,
      onError,
    });
    this.#provider = list.result?.provider;
    if (list.hasFailed) this.hearFailure(list.error);
    host.addController(this);
  }

  /** The states of the list that are known here. */
  get states(): readonly ListState[] {
    if (!this.#isShown) return [];
    return [...(this.#changes ? ['changed' as const] : []), ...(this.#isOffline ? ['offline' as const] : [])];
  }

  hear(hint: CustomersHint): void {
    if (hint.type === 'progress') {
      this.#progress.set(hint.field, { known: hint.known, of: hint.of });
      this.#lateColumns.askPostponed(hint.known >= hint.of);
      this.#host.requestUpdate();
    } else if (hint.type === 'invalidated') this.offer(undefined);
  }

  /** Offers a newer list: no row moves under the pointer. */
  offer(count: number | undefined): void {
    if (!this.#changes) this.#options.say(this.#changedText(count));
    const before = this.#changes ? this.#changes.count : 0;
    const sum = count === undefined || before === undefined ? undefined : before + count;
    this.#changes = { count: sum, since: performance.now() };
    this.#host.requestUpdate();
  }

  /** Another result is on screen; `sort` is what the viewer has just sorted by. */
  hearResult(sort: CustomersSort | undefined): void {
    const { list, say } = this.#options;
    // it may have failed since
    if (!list.hasFailed) say(resultAnnouncement(this.#l10n, list, sort));
  }

  /** A key has led to the last row that there is so far. */
  hearEnd(): void {
    this.#options.say(endAnnouncement(this.#l10n, this.#options.list));
  }

  /** The list has failed. */
  hearFailure(error: unknown): void {
    this.#options.say(errorAnnouncement(this.#l10n, error));
    this.#isAwaited = false;
    const provider = this.#options.provider();
    this.#failing = provider;
    if (provider) this.#retry.failed(provider, error);
  }

  /** The viewer has signed in again. */
  resume(): void {
    this.#lateColumns.again();
  }

  hostConnected(): void {
    addEventListener('online', this.#onNetwork);
    addEventListener('offline', this.#onNetwork);
    this.#onNetwork();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onNetwork);
    removeEventListener('offline', this.#onNetwork);
  }

  hostUpdate(): void {
    if (this.#failing !== undefined && this.#failing !== this.#options.provider()) {
      this.#failing = undefined;
      this.#retry.cancel();
    }
    const { result, hasFailed, isRefreshing, isLoadingMore } = this.#options.list;
    if (result === undefined) return;
    if (result.provider !== this.#provider) {
      this.#provider = result.provider;
      this.#progress.clear();
      this.#changes = undefined;
    }
    if (this.#changes && result.askedAt > this.#changes.since) this.#changes = undefined;
    if (hasFailed || isRefreshing || isLoadingMore) return;
    this.#retry.recovered();
    if (!this.#isAwaited) return;
    this.#isAwaited = false;
    this.hearResult(undefined);
  }

  hostUpdated(): void {
    const { grid, call } = this.#options;
    // the rows that this update has brought stand in the page by now
    const shown = grid.customersInPage.map(({ expirations }) => expirations);
    this.#alarm.wakeAt(nextExpirationChange(shown, call()));
  }

  /** How old the list is, and how far its late columns are: in its heading. */
  headerTemplate(): TemplateResult | undefined {
    if (!this.#isShown) return undefined;
    const { minutes } = this.#age;
    const { incomplete } = this.#options.list.result ?? {};
    // not said twice
    const underWay = [...this.#progress].filter(([field, { known, of }]) => known < of && field !== incomplete?.field);
    return html`${underWay.map(
      ([field, progress]) =>
        html`<span class="activity">${progressText(this.#fieldName(field), progress, this.#l10n)}</span>`,
    )}${minutes === undefined ? nothing : ageTemplate(minutes, this.#l10n, () => this.#refresh())}`;
  }

  /** What may be wrong on screen, and how to have it right: above the rows. */
  noticesTemplate(): TemplateResult | undefined {
    if (!this.#isShown) return undefined;
    const words = this.#l10n.messages.upkeep;
    return html`${this.#isOffline ? noticeTemplate(words.offline) : nothing}${
      this.#changes
        ? noticeTemplate(this.#changedText(this.#changes.count), { label: words.show, onClick: () => this.#refresh() })
        : nothing
    }${this.#incompleteNotice()}`;
  }

  #incompleteNotice(): TemplateResult | typeof nothing {
    const { incomplete } = this.#options.list.result ?? {};
    if (incomplete === undefined) return nothing;
    const words = this.#l10n.messages.upkeep;
    const { field, known, of } = incomplete;
    const text = words.incomplete(this.#fieldName(field), this.#l10n.count(of), this.#l10n.formatNumber(known));
    // more is known than the rows on screen were sorted or filtered by
    const hasMore = (this.#progress.get(field)?.known ?? 0) > known;
    return noticeTemplate(text, hasMore ? { label: words.update, onClick: () => this.#refresh() } : undefined);
  }

  /** Rows are shown, and not said to be old already. */
  get #isShown(): boolean {
    return this.#options.list.status === 'ready' && !this.#options.list.hasFailed;
  }

  #fieldName(field: string): string {
    const { upkeep, overview } = this.#l10n.messages;
    const names: Readonly<Record<string, string>> = { ...overview.columns, ...upkeep.fields };
    return Object.hasOwn(names, field) ? (names[field] ?? field) : field;
  }

  #changedText(count: number | undefined): string {
    return this.#l10n.messages.upkeep.changed(count === undefined ? undefined : this.#l10n.count(count));
  }

  #refresh(): void {
    this.#isAwaited = true;
    this.#changes = undefined;
    this.#options.refresh();
  }

  readonly #onNetwork = (): void => {
    if (this.#isOffline === !navigator.onLine) return;
    this.#isOffline = !navigator.onLine;
    if (this.#isOffline && this.#isShown) this.#options.say(this.#l10n.messages.upkeep.offline);
    this.#host.requestUpdate();
  };
}
