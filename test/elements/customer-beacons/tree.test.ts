import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CustomerBeacons } from '../../../src/elements/customer-beacons/customer-beacons.element.js';
import {
  beacon,
  customerBeacons,
  filterButton,
  focusedIn,
  having,
  inState,
  namesOf,
  one,
  rowOf,
  rowsOf,
} from './fixtures.js';

const family = [
  beacon('a', { name: 'A' }),
  beacon('a1', { name: 'A1', parentId: 'a' }),
  beacon('a2', { name: 'A2', parentId: 'a' }),
  beacon('a21', { name: 'A21', parentId: 'a2', connectivity: 'offline' }),
  beacon('b', { name: 'B' }),
];

async function tree(list = family, properties: Partial<CustomerBeacons> = {}): Promise<CustomerBeacons> {
  const element = await customerBeacons(having(list), { tree: true, ...properties });
  await inState(element, 'ready');
  return element;
}

const toggleOf = (element: CustomerBeacons, name: string) =>
  rowOf(element, name).querySelector<HTMLElement>('[part~=toggle]');

const focusedName = (element: CustomerBeacons) =>
  focusedIn(element)?.closest('tr')?.querySelector('.beacon-name')?.textContent.trim();

describe('the tree of beacons', () => {
  it('says of each row where it stands', async () => {
    const element = await tree();
    expect(one(element, 'table').role).to.equal('treegrid');
    expect(
      rowsOf(element).map((row, index) => [
        namesOf(element)[index],
        row.ariaLevel,
        row.ariaPosInSet,
        row.ariaSetSize,
        row.ariaExpanded,
      ]),
    ).to.deep.equal([
      ['A', '1', '1', '2', 'true'],
      ['A2', '2', '1', '2', 'true'],
      ['A21', '3', '1', '1', null],
      ['A1', '2', '2', '2', null],
      ['B', '1', '2', '2', null],
    ]);
    await expect(element).to.be.accessible();
  });

  it('is a plain list until it is asked for', async () => {
    const element = await customerBeacons(having(family));
    await inState(element, 'ready');
    expect(one(element, 'table').role).to.equal('grid');
    expect(namesOf(element)).to.deep.equal(['A21', 'A', 'A1', 'A2', 'B']);
    expect(rowsOf(element)[0]?.ariaLevel).to.equal(null);
    one(element, '[part=tree]').focus();
    await sendKeys({ press: 'Enter' });
    expect(element.tree).to.equal(true);
    expect(one(element, '[part=tree]').ariaPressed).to.equal('true');
    expect(namesOf(element)).to.deep.equal(['A', 'A2', 'A21', 'A1', 'B']);
  });

  it('is not offered where no beacon reports through another', async () => {
    const element = await tree([beacon('x'), beacon('y', { parentId: 'gone' })]);
    expect(element.renderRoot.querySelector('[part=tree]')).to.equal(null);
    expect(one(element, 'table').role).to.equal('grid');
  });

  it('opens and closes a branch by its button', async () => {
    const element = await tree();
    const { width, height } = toggleOf(element, 'A2')?.getBoundingClientRect() ?? new DOMRect();
    expect(Math.min(width, height)).to.be.at.least(24);
    toggleOf(element, 'A2')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => namesOf(element).length === 4, 'never closed');
    expect(namesOf(element)).to.deep.equal(['A', 'A2', 'A1', 'B']);
    expect(rowOf(element, 'A2').ariaExpanded).to.equal('false');
    expect(toggleOf(element, 'A2')?.ariaLabel).to.equal('Show what is below A2');
    expect(focusedName(element)).to.equal('A2');
    await sendKeys({ press: 'Enter' });
    expect(namesOf(element)).to.deep.equal(['A', 'A2', 'A21', 'A1', 'B']);
  });

  it('is gone through with the arrows: back closes and goes up, forward opens', async () => {
    const element = await tree();
    toggleOf(element, 'A')?.focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    expect(focusedName(element)).to.equal('A21');
    await sendKeys({ press: 'ArrowLeft' });
    expect(focusedName(element)).to.equal('A2');
    await sendKeys({ press: 'ArrowLeft' });
    expect(rowOf(element, 'A2').ariaExpanded).to.equal('false');
    await sendKeys({ press: 'ArrowLeft' });
    expect(focusedName(element)).to.equal('A');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowRight' });
    expect(rowOf(element, 'A2').ariaExpanded).to.equal('true');
    expect(focusedName(element)).to.equal('A2');
    // an open branch has nothing more to open: on to the next cell
    await sendKeys({ press: 'ArrowRight' });
    expect(focusedIn(element)?.getAttribute('data-column')).to.equal('parent');
    await sendKeys({ press: 'ArrowLeft' });
    expect(focusedIn(element) === toggleOf(element, 'A2')).to.equal(true);
  });

  it('turns its arrows around where text runs the other way', async () => {
    document.documentElement.dir = 'rtl';
    try {
      const element = await tree();
      toggleOf(element, 'A')?.focus();
      await sendKeys({ press: 'ArrowRight' });
      expect(rowOf(element, 'A').ariaExpanded).to.equal('false');
      await sendKeys({ press: 'ArrowLeft' });
      expect(rowOf(element, 'A').ariaExpanded).to.equal('true');
    } finally {
      document.documentElement.dir = '';
    }
  });

  it('keeps what stands above a beacon that the filter leaves', async () => {
    const element = await tree();
    filterButton(element, 'offline').click();
    await element.updateComplete;
    expect(namesOf(element)).to.deep.equal(['A', 'A2', 'A21']);
    expect(rowsOf(element).map((row) => row.classList.contains('context'))).to.deep.equal([true, true, false]);
  });

  it('survives circles and parents that are gone', async () => {
    const element = await tree([
      beacon('l', { name: 'L', parentId: 'r' }),
      beacon('r', { name: 'R', parentId: 'l' }),
      beacon('g', { name: 'G', parentId: 'gone' }),
      beacon('o', { name: 'O', parentId: 'o' }),
    ]);
    expect(namesOf(element)).to.deep.equal(['G', 'L', 'R', 'O']);
  });
});
