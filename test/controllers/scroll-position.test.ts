import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { ScrollPosition } from '../../src/controllers/scroll-position.js';

const view = 400;

function positionIn(listHeight: number): ScrollPosition {
  const position = new ScrollPosition(() => view);
  position.fit(listHeight);
  return position;
}

describe('ScrollPosition', () => {
  it('is the same in list and box, as far as browsers can draw', () => {
    const position = positionIn(88_000);
    expect(position.boxHeight).to.equal(88_000);
    expect(position.moveTo(5000)).to.equal(5000);
    position.follow(7000);
    expect([position.list, position.shift]).to.deep.equal([7000, 0]);
  });

  it('says whether the box has moved', () => {
    const position = positionIn(88_000);
    position.settle(position.moveTo(5000));
    expect(position.follow(5000)).to.equal(false);
    expect(position.follow(5001)).to.equal(true);
  });

  it('reaches both ends of a list of any height, and no row stands outside of the box', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15_000_001, max: 2_000_000_000 }), (listHeight) => {
        const position = positionIn(listHeight);
        const limit = position.boxHeight - view;
        position.follow(limit);
        expect(position.list).to.be.closeTo(listHeight - view, 0.001);
        expect(position.list + position.shift, 'the last row ends where the box does').to.be.closeTo(limit, 0.001);
        position.follow(0);
        expect([position.list, position.shift]).to.deep.equal([0, 0]);
      }),
    );
  });

  it('goes on by the pixel in steps, wherever it is, and by proportion in a leap', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 0.9, noNaN: true }), fc.integer({ min: 1, max: 700 }), (share, step) => {
        const position = positionIn(50_000_000);
        const box = Math.round(share * (position.boxHeight - view));
        position.follow(box);
        const before = position.list;
        expect(before / (50_000_000 - view)).to.be.closeTo(share, 0.001);
        position.follow(box + step);
        expect(position.list - before).to.be.closeTo(step, 0.001);
      }),
    );
  });

  it('finds the place again that it was moved to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 49_000_000 }), (wanted) => {
        const position = positionIn(50_000_000);
        // browsers round a scroll position to a part of a pixel
        position.settle(Math.round(position.moveTo(wanted) * 8) / 8);
        expect(position.list).to.be.closeTo(wanted, 0.001);
      }),
    );
  });
});
