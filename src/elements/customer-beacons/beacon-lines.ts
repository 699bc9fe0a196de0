import {
  countByConnectivity,
  filterBeacons,
  listedBeacons,
  type BeaconFilter,
  type ListedBeacon,
} from '../../domain/beacon-list.js';
import { beaconTreeLines, type BeaconTreeLine } from '../../domain/beacon-tree.js';
import type { Beacon, BeaconConnectivity } from '../../domain/beacons.js';

/** What decides which lines there are. */
export interface BeaconLinesInput {
  readonly beacons: readonly Beacon[];
  readonly locale: string;
  readonly filter: BeaconFilter;
  readonly isTree: boolean;
  readonly collapsed: ReadonlySet<string>;
}

/** What is shown of a customer's beacons. */
export interface BeaconLines {
  readonly lines: readonly BeaconTreeLine[];
  /** How many the search and the filters leave. */
  readonly found: number;
  readonly counts: {
    readonly all: Readonly<Record<BeaconConnectivity, number>>;
    readonly found: Readonly<Record<BeaconConnectivity, number>>;
  };
  /** Whether any beacon reports through another. */
  readonly hasTree: boolean;
}

/** Works out the lines of the table; what does not change between two keystrokes, or two ticks, only once. */
export class BeaconLinesOf {
  #listed:
    { readonly of: readonly Beacon[]; readonly locale: string; readonly list: readonly ListedBeacon[] } | undefined;
  #last: { readonly input: BeaconLinesInput; readonly lines: BeaconLines } | undefined;

  lines(input: BeaconLinesInput): BeaconLines {
    const last = this.#last;
    if (last && isSame(last.input, input)) return last.lines;
    const list = this.#list(input);
    const shown = filterBeacons(list, input.filter);
    const hasTree = list.some(({ parent }) => parent);
    const lines: BeaconLines = {
      lines: input.isTree && hasTree ? beaconTreeLines(list, new Set(shown), input.collapsed) : shown.map(flatLine),
      found: shown.length,
      counts: { all: countByConnectivity(list, ''), found: countByConnectivity(list, input.filter.search) },
      hasTree,
    };
    this.#last = { input, lines };
    return lines;
  }

  #list({ beacons, locale }: BeaconLinesInput): readonly ListedBeacon[] {
    if (this.#listed?.of !== beacons || this.#listed.locale !== locale)
      this.#listed = { of: beacons, locale, list: listedBeacons(beacons, locale) };
    return this.#listed.list;
  }
}

function isSame(a: BeaconLinesInput, b: BeaconLinesInput): boolean {
  return (
    a.beacons === b.beacons &&
    a.locale === b.locale &&
    a.filter === b.filter &&
    a.isTree === b.isTree &&
    a.collapsed === b.collapsed
  );
}

function flatLine(listed: ListedBeacon, index: number, all: readonly ListedBeacon[]): BeaconTreeLine {
  return {
    listed,
    level: 1,
    position: index + 1,
    siblings: all.length,
    children: 0,
    isExpanded: false,
    isContext: false,
  };
}
