import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { beaconConnectivities, filterBeacons, listedBeacons } from '../../src/domain/beacon-list.js';
import { beaconTreeLines } from '../../src/domain/beacon-tree.js';
import type { Beacon } from '../../src/domain/beacons.js';

function beacon(id: string, parentId?: string, connectivity: Beacon['connectivity'] = 'ok'): Beacon {
  return { id, name: id, connectivity, ...(parentId !== undefined && { parentId }) };
}

interface Asked {
  readonly search?: string;
  readonly collapsed?: readonly string[];
}

function linesOf(beacons: readonly Beacon[], { search = '', collapsed = [] }: Asked = {}) {
  const listed = listedBeacons(beacons, 'en');
  const shown = filterBeacons(listed, { search, connectivities: new Set() });
  return beaconTreeLines(listed, new Set(shown), new Set(collapsed));
}

/** Each line as its name, indented by its level, with a `+` where its branch is closed. */
const drawn = (beacons: readonly Beacon[], asked?: Asked) =>
  linesOf(beacons, asked).map(
    ({ listed, level, children, isExpanded, isContext }) =>
      '.'.repeat(level - 1) +
      listed.beacon.name +
      (children > 0 && !isExpanded ? '+' : '') +
      (isContext ? ' (context)' : ''),
  );

const family = [beacon('a'), beacon('a1', 'a'), beacon('a2', 'a'), beacon('a21', 'a2'), beacon('b')];

describe('beaconTreeLines', () => {
  it('puts children below their parents', () => {
    expect(drawn(family)).to.deep.equal(['a', '.a1', '.a2', '..a21', 'b']);
  });

  it('tells each its place among its siblings', () => {
    expect(linesOf(family).map(({ position, siblings, children }) => [position, siblings, children])).to.deep.equal([
      [1, 2, 2],
      [1, 2, 0],
      [2, 2, 1],
      [1, 1, 0],
      [2, 2, 0],
    ]);
  });

  it('closes branches', () => {
    expect(drawn(family, { collapsed: ['a2'] })).to.deep.equal(['a', '.a1', '.a2+', 'b']);
    expect(drawn(family, { collapsed: ['a', 'a2'] })).to.deep.equal(['a+', 'b']);
    // a leaf has nothing to close
    expect(drawn(family, { collapsed: ['b'] })).to.deep.equal(['a', '.a1', '.a2', '..a21', 'b']);
  });

  it('keeps what stands above a beacon that is found', () => {
    expect(drawn(family, { search: 'a21' })).to.deep.equal(['a (context)', '.a2 (context)', '..a21']);
    expect(drawn(family, { search: 'nothing' })).to.deep.equal([]);
  });

  it('puts branches first in which something needs attention, however deep', () => {
    const beacons = [
      ...family,
      beacon('c'),
      beacon('c1', 'c'),
      beacon('c11', 'c1', 'offline'),
      beacon('d', undefined, 'warning'),
    ];
    expect(drawn(beacons)).to.deep.equal(['c', '.c1', '..c11', 'd', 'a', '.a1', '.a2', '..a21', 'b']);
  });

  it('does not put a branch first for what the filter leaves out', () => {
    const beacons = [beacon('x'), beacon('y'), beacon('z', 'y', 'offline')];
    expect(drawn(beacons, { search: 'x' })).to.deep.equal(['x']);
    expect(drawn([...beacons, beacon('yx', 'y')], { search: 'x' })).to.deep.equal(['x', 'y (context)', '.yx']);
  });

  const broken: [what: string, beacons: Beacon[], lines: string[]][] = [
    ['a parent that is not in the list', [beacon('a', 'gone'), beacon('b', 'a')], ['a', '.b']],
    ['a beacon that is its own parent', [beacon('a', 'a'), beacon('b', 'a')], ['a', '.b']],
    ['two that are each other’s parents', [beacon('a', 'b'), beacon('b', 'a')], ['a', '.b']],
    [
      'a circle with something below it',
      [beacon('a', 'c'), beacon('b', 'a'), beacon('c', 'b'), beacon('a0', 'c')],
      ['a', '.b', '..c', '...a0'],
    ],
  ];
  for (const [what, beacons, lines] of broken) {
    it(`survives ${what}`, () => expect(drawn(beacons)).to.deep.equal(lines));
  }

  it('opens a circle at the same place in any order of the answer', () => {
    const circle = [beacon('b', 'a'), beacon('c', 'b'), beacon('a', 'c')];
    expect(drawn(circle)).to.deep.equal(drawn(circle.toReversed()));
  });

  it('shows every beacon once, below its parent, whatever the parents are', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const anyParent = fc.option(fc.constantFrom(...ids, 'gone'), { nil: undefined });
    const anyFamily = fc
      .array(fc.tuple(anyParent, fc.constantFrom(...beaconConnectivities)), { maxLength: ids.length })
      .map((parts) => parts.map(([parentId, connectivity], index) => beacon(ids[index] ?? '', parentId, connectivity)));
    fc.assert(
      fc.property(anyFamily, (beacons) => {
        const lines = linesOf(beacons);
        expect(lines.map(({ listed }) => listed.beacon.id).toSorted()).to.deep.equal(beacons.map(({ id }) => id));
        const above: string[] = [];
        for (const { listed, level, isContext } of lines) {
          expect(level).to.be.within(1, above.length + 1);
          above.splice(level - 1, Infinity, listed.beacon.id);
          if (level > 1) expect(above[level - 2]).to.equal(listed.beacon.parentId);
          expect(isContext).to.equal(false);
        }
      }),
    );
  });

  it('takes chains and circles of thousands', () => {
    const id = (index: number) => String(index).padStart(4, '0');
    const chain = Array.from({ length: 5000 }, (_, index) => beacon(id(index), id(index - 1)));
    expect(linesOf(chain).at(-1)?.level).to.equal(5000);
    const circle = chain.map((each, index) => (index === 0 ? beacon(id(0), id(4999)) : each));
    expect(linesOf(circle).map(({ level }) => level)).to.deep.equal(chain.map((_, index) => index + 1));
  });
});
