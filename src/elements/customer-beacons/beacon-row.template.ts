import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import { formatAge, formatInstant } from '../../controllers/time-format.js';
import { lastReport } from '../../domain/beacon-list.js';
import type { BeaconTreeLine } from '../../domain/beacon-tree.js';
import type { Beacon } from '../../domain/beacons.js';
import type { customerBeacons } from '../../messages/en/customer-beacons.js';
import { shownText } from '../shown-text.js';
import { connectivityTemplate } from './connectivity.template.js';

/** What every row shows its beacon by. */
export interface BeaconRowContext {
  readonly now: Date;
  /** A known IANA name. */
  readonly timeZone: string;
  readonly isTree: boolean;
  readonly l10n: Localization<'customerBeacons'>;
}

type Column = keyof typeof customerBeacons.columns;

/** The columns, in the order in which they are read. */
export const beaconColumns = [
  'name',
  'parent',
  'connectivity',
  'policy',
  'lastReported',
  'version',
  'operatingSystem',
  'ipAddress',
  'subnets',
] as const satisfies readonly Column[];

/** The cells of a beacon; bones where it is not there yet. The roles are spelled out, because rows may look like cards. */
export function beaconCells(line: BeaconTreeLine | undefined, context: BeaconRowContext): TemplateResult {
  return html`${beaconColumns.map((column) => {
    const label = context.l10n.messages.customerBeacons.columns[column];
    const content = line === undefined ? bone(column, context) : contentOf(column, line, context);
    return column === 'name'
      ? html`<th role="rowheader" scope="row" data-column="name">${content}</th>`
      : html`<td role="gridcell" part="cell" data-column=${column} data-label=${label}>${content}</td>`;
  })}`;
}

function bone(column: Column, { l10n }: BeaconRowContext): TemplateResult {
  // the head of a row always has a name
  return column === 'name'
    ? html`<span class="skeleton" role="img" aria-label=${l10n.messages.customerBeacons.loading}></span>`
    : html`<span class="skeleton"></span>`;
}

function contentOf(column: Column, line: BeaconTreeLine, context: BeaconRowContext): unknown {
  const { beacon } = line.listed;
  const { l10n } = context;
  const words = l10n.messages.customerBeacons;
  switch (column) {
    case 'name':
      return nameContent(line, context);
    case 'parent':
      return parentContent(line, words);
    case 'connectivity':
      return connectivityTemplate(beacon.connectivity, words.connectivity[beacon.connectivity]);
    case 'policy':
      return html`<span class=${beacon.policy === 'out-of-date' ? 'due' : nothing}
        >${words.policy[beacon.policy ?? 'unknown']}</span
      >`;
    case 'lastReported':
      return reportContent(beacon, context);
    case 'version':
      return html`<span class="version"
        >${textOrDash(beacon.version, words.notKnown)}
        ${beacon.upgradeDue ? html`<span class="due">${words.upgradeDue}</span>` : nothing}</span
      >`;
    case 'operatingSystem':
      return textOrDash(beacon.operatingSystem, words.notKnown);
    case 'ipAddress':
      return textOrDash(beacon.ipAddress, words.notKnown);
    case 'subnets':
      return subnetsContent(beacon, l10n);
  }
}

function nameContent({ listed, children, isExpanded }: BeaconTreeLine, { isTree, l10n }: BeaconRowContext) {
  const { expand, collapse } = l10n.messages.customerBeacons;
  const name = shownText(beaconName(listed.beacon));
  const toggle = html`<button
    type="button"
    class="toggle"
    part="toggle"
    aria-label=${(isExpanded ? collapse : expand)(name)}
    aria-expanded=${isExpanded}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d="m6 3.5 4.5 4.5L6 12.5" /></svg>
  </button>`;
  return html`${isTree ? html`<span class="branch">${children > 0 ? toggle : nothing}</span>` : nothing}<bdi
      class="beacon-name"
      >${name}</bdi
    >`;
}

function parentContent({ listed: { beacon, parent } }: BeaconTreeLine, words: typeof customerBeacons) {
  if (parent) return html`<bdi>${shownText(beaconName(parent))}</bdi>`;
  return beacon.parentId ? html`<bdi>${words.unknownParent(shownText(beacon.parentId))}</bdi>` : dash(words.noParent);
}

function reportContent(beacon: Beacon, { now, timeZone, l10n }: BeaconRowContext): TemplateResult {
  const words = l10n.messages.customerBeacons;
  const report = lastReport(beacon, now);
  if (report.kind !== 'reported') {
    return html`<span class="age">${report.kind === 'never' ? words.never : words.unreadableTime}</span>`;
  }
  const { at, minutesAgo, isOverdue } = report;
  return html`<bdi class="age">${minutesAgo === 0 ? words.justNow : formatAge(minutesAgo, l10n.locale)}</bdi
    >${isOverdue ? html`<span class="due overdue">${words.overdue}</span>` : nothing}
    <time datetime=${at.toISOString()}>${formatInstant(at, timeZone, l10n.locale)}</time>`;
}

function subnetsContent({ subnets }: Beacon, l10n: BeaconRowContext['l10n']) {
  const words = l10n.messages.customerBeacons;
  if (subnets === undefined) return dash(words.notKnown);
  if (subnets.length === 0) return html`<span class="quiet">${words.noSubnets}</span>`;
  return html`<button type="button" class="link" part="subnets-button" popovertarget="subnets">
    <bdi>${words.subnets(l10n.count(subnets.length))}</bdi>
  </button>`;
}

/** What a beacon is called: its name, or its ID where that is blank. */
export function beaconName({ name, id }: Pick<Beacon, 'name' | 'id'>): string {
  return name.trim() || id;
}

function textOrDash(text: string | undefined, notKnown: string) {
  return text?.trim() ? html`<bdi>${shownText(text)}</bdi>` : dash(notKnown);
}

function dash(meaning: string): TemplateResult {
  return html`<span class="quiet" role="img" aria-label=${meaning}>-</span>`;
}
