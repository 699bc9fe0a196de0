import { expect } from '@open-wc/testing';
import { Chance } from '../../src/testing/chance.js';

function many<T>(draw: () => T): readonly T[] {
  return Array.from({ length: 2000 }, draw);
}

describe('Chance', () => {
  it('repeats itself for a seed, and only for that', () => {
    const draw = (seed: number) => {
      const chance = new Chance(seed);
      return [chance.next(), chance.next(), chance.next()];
    };
    expect(draw(1)).to.deep.equal(draw(1));
    expect(draw(1)).not.to.deep.equal(draw(2));
    expect(new Set(draw(1)).size).to.equal(3);
  });

  it('draws from 0 to below 1, evenly', () => {
    const chance = new Chance(1);
    const draws = many(() => chance.next());
    expect(Math.min(...draws)).to.be.within(0, 0.01);
    expect(Math.max(...draws)).to.be.within(0.99, 1 - Number.EPSILON);
    expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).to.be.within(0.47, 0.53);
  });

  it('draws whole numbers, both ends included', () => {
    const chance = new Chance(1);
    expect([...new Set(many(() => chance.between(-1, 2)))].sort()).to.deep.equal([-1, 0, 1, 2]);
    expect(chance.between(5, 5)).to.equal(5);
  });

  it('lets things happen with their probability', () => {
    const chance = new Chance(1);
    expect(many(() => chance.happens(0))).not.to.include(true);
    expect(many(() => chance.happens(1))).not.to.include(false);
    expect(many(() => chance.happens(0.25)).filter(Boolean).length).to.be.within(420, 580);
  });

  it('picks every item of a list, and nothing else', () => {
    const chance = new Chance(1);
    expect([...new Set(many(() => chance.oneOf(['a', 'b', 'c'])))].sort()).to.deep.equal(['a', 'b', 'c']);
  });
});
