import type { ListedBeacon } from './beacon-list.js';

/** A line of the tree of beacons, with its place among its siblings. */
export interface BeaconTreeLine {
  readonly listed: ListedBeacon;
  /** From 1 on. */
  readonly level: number;
  /** Its place among its siblings, from 1 on. */
  readonly position: number;
  /** How many siblings there are, itself included. */
  readonly siblings: number;
  /** Beacons right below it; 0 for a leaf. */
  readonly children: number;
  readonly isExpanded: boolean;
  /** Whether it is only there for the sake of one below it, which the filter leaves. */
  readonly isContext: boolean;
}

interface Node {
  readonly listed: ListedBeacon;
  /** In the list. */
  readonly place: number;
  readonly children: Node[];
  parent: Node | undefined;
  /** The most urgent attention in the branch. */
  attention: number;
}

/**
 * The tree of parent and child beacons as lines from top to bottom. Whatever the data says, each beacon stands in it
 * once: one whose parent is not in the list stands at the top, and a circle is opened at its first beacon of the list.
 * Branches that need attention come first, whatever depth it is needed at; else the order of the list holds.
 *
 * @param listed Every beacon, in the order of the list.
 * @param shown Those that a filter leaves; the beacons above them stay as well.
 * @param collapsed IDs of beacons whose branch is closed.
 */
export function beaconTreeLines(
  listed: readonly ListedBeacon[],
  shown: ReadonlySet<ListedBeacon>,
  collapsed: ReadonlySet<string>,
): readonly BeaconTreeLine[] {
  const roots = rootsOf(linkedNodes(listed), shown);
  const lines: BeaconTreeLine[] = [];
  // a stack instead of recursion: a chain may be as long as the list
  const stack: { readonly siblings: readonly Node[]; next: number }[] = [{ siblings: roots, next: 0 }];
  for (let branch = stack.at(-1); branch !== undefined; branch = stack.at(-1)) {
    const { siblings } = branch;
    const node = siblings[branch.next];
    if (node === undefined) {
      stack.pop();
      continue;
    }
    branch.next += 1;
    const isExpanded = node.children.length > 0 && !collapsed.has(node.listed.beacon.id);
    lines.push({
      listed: node.listed,
      level: stack.length,
      position: branch.next,
      siblings: siblings.length,
      children: node.children.length,
      isExpanded,
      isContext: !shown.has(node.listed),
    });
    if (isExpanded) stack.push({ siblings: node.children, next: 0 });
  }
  return lines;
}

/** A node for each beacon, in the order of the list, linked to its parent unless that would close a circle. */
function linkedNodes(listed: readonly ListedBeacon[]): readonly Node[] {
  const nodes = listed.map((each, place): Node => ({
    listed: each,
    place,
    children: [],
    parent: undefined,
    attention: Infinity,
  }));
  const byId = new Map(nodes.map((node) => [node.listed.beacon.id, node]));
  for (const node of nodes) node.parent = node.listed.parent && byId.get(node.listed.parent.id);
  openCircles(nodes);
  return nodes;
}

function openCircles(nodes: readonly Node[]): void {
  const settled = new Set<Node>();
  for (const start of nodes) {
    const path = new Set<Node>();
    let node: Node | undefined = start;
    while (node && !settled.has(node) && !path.has(node)) {
      path.add(node);
      node = node.parent;
    }
    if (node && path.has(node)) firstOfCircle(node).parent = undefined;
    for (const each of path) settled.add(each);
  }
}

function firstOfCircle(member: Node): Node {
  let first = member;
  for (let node = member.parent; node && node !== member; node = node.parent)
    if (node.place < first.place) first = node;
  return first;
}

/** Joins the nodes that are shown, and those above them, into trees, the most urgent branches first. */
function rootsOf(nodes: readonly Node[], shown: ReadonlySet<ListedBeacon>): readonly Node[] {
  const kept = new Set<Node>();
  for (const start of nodes) {
    if (!shown.has(start.listed)) continue;
    const { attention } = start.listed;
    for (
      let node: Node | undefined = start;
      node && (node.attention > attention || !kept.has(node));
      node = node.parent
    ) {
      kept.add(node);
      node.attention = Math.min(node.attention, attention);
    }
  }
  const roots: Node[] = [];
  // the sort is stable: within one urgency the order of the list stays
  for (const node of nodes.filter((each) => kept.has(each)).sort((a, b) => a.attention - b.attention))
    (node.parent?.children ?? roots).push(node);
  return roots;
}
