import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import type { ErrorCode } from '../../domain/availability.js';
import { beaconConnectivities } from '../../domain/beacon-list.js';
import type { BeaconConnectivity } from '../../domain/beacons.js';
import { shownText } from '../shown-text.js';

/** What the beacons of a customer are showing. */
export type BeaconsState = 'loading' | 'ready' | 'empty' | 'no-match' | 'failed' | 'unsupported' | 'not-applicable';

/** What is said beside or in the place of the table. */
export interface BeaconsStateView {
  readonly state: BeaconsState;
  /** Why reading failed, where it did. */
  readonly failure: ErrorCode | undefined;
  /** Beacons of an earlier answer are still there. */
  readonly isStale: boolean;
  /** Sources that could not be read for this customer. */
  readonly missing: readonly string[];
  /** Entries that are no beacons. */
  readonly unreadable: number;
  readonly l10n: Localization<'customerBeacons'>;
  readonly onRetry: () => void;
  readonly onShowAll: () => void;
}

/** Notes about what is not included, a failure beside what is still there, or what stands in the place of the table. */
export function beaconsStateTemplate(view: BeaconsStateView): TemplateResult {
  const { state, failure, isStale, l10n, onRetry, onShowAll } = view;
  const words = l10n.messages.customerBeacons;
  const retry = html`<button type="button" part="retry" @click=${onRetry}>${l10n.messages.retry}</button>`;
  const notes = notesOf(view).map((text) => html`<p class="note" part="note" dir="auto">${text}</p>`);
  switch (state) {
    case 'loading':
    case 'ready':
      return html`${notes}`;
    case 'failed':
      return isStale
        ? html`<div class="note failed" part="note">
              <span>${words.failedStale} ${failure ? l10n.messages.errors[failure] : nothing}</span>${retry}
            </div>
            ${notes}`
        : html`<div class="state" part="state">
            <h3>${words.failed}</h3>
            ${failure ? html`<p>${l10n.messages.errors[failure]}</p>` : nothing}${retry}
          </div>`;
    case 'no-match':
      return html`${notes}
        <div class="state" part="state">
          <h3>${words.noMatch}</h3>
          <button type="button" part="show-all" @click=${onShowAll}>${words.showAll}</button>
        </div>`;
    case 'empty':
    case 'unsupported':
    case 'not-applicable':
      return html`${notes}
        <div class="state" part="state"><p>${stateText(view)}</p></div>`;
  }
}

/** The state in words, for the live region; what the filters leave is its affair alone. */
export function stateAnnouncement(
  view: BeaconsStateView,
  counts: Readonly<Record<BeaconConnectivity, number>> | undefined,
  found: number | undefined,
): string {
  const { state, failure, l10n } = view;
  const words = l10n.messages.customerBeacons;
  switch (state) {
    case 'loading':
      return words.loading;
    case 'ready':
      return found === undefined ? summary(counts, l10n) : words.found(l10n.count(found));
    case 'no-match':
      return words.noMatch;
    case 'failed':
      return `${view.isStale ? words.failedStale : `${words.failed}.`} ${failure ? l10n.messages.errors[failure] : ''}`;
    case 'empty':
    case 'unsupported':
    case 'not-applicable':
      return stateText(view);
  }
}

function stateText({ state, missing, l10n }: BeaconsStateView): string {
  const words = l10n.messages.customerBeacons;
  if (state === 'unsupported') return words.unsupported;
  if (state === 'not-applicable') return words.notApplicable;
  // where a source is missing, it is not claimed that there is none (`docs/rules.md §2.4`)
  return missing.length > 0 ? words.noneKnown : words.empty;
}

function summary(
  counts: Readonly<Record<BeaconConnectivity, number>> | undefined,
  l10n: Localization<'customerBeacons'>,
): string {
  if (counts === undefined) return '';
  const words = l10n.messages.customerBeacons;
  const total = beaconConnectivities.reduce((sum, each) => sum + counts[each], 0);
  const parts = beaconConnectivities
    .filter((each) => counts[each] > 0)
    .map((each) => words.countOf(words.connectivity[each], l10n.count(counts[each])));
  return [words.total(l10n.count(total)), ...parts].join(', ');
}

function notesOf({ missing, unreadable, l10n }: BeaconsStateView): readonly string[] {
  const words = l10n.messages.customerBeacons;
  return [
    ...(missing.length > 0 ? [words.missing(l10n.formatList(missing.map(shownText)))] : []),
    ...(unreadable > 0 ? [words.unreadableEntries(l10n.count(unreadable))] : []),
  ];
}
