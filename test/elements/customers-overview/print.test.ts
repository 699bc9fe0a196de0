import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { isChromium } from '../../browser.js';
import { customers, one, readyOverview, rows, scrollerOf, withLaterParts } from './fixtures.js';

describe('on paper', () => {
  afterEach(async () => {
    if (isChromium) await emulateMedia({ media: 'screen' });
  });

  it('stand all rows below each other, without what can only be done on a screen', async function () {
    // only Chromium's driver emulates paper
    if (!isChromium) this.skip();
    const element = await readyOverview(customers(40));
    await withLaterParts(element);
    expect(scrollerOf(element).scrollHeight).to.be.above(scrollerOf(element).clientHeight);
    await emulateMedia({ media: 'print' });
    for (const selector of ['.toolbar', '.tiles-room', 'tbody .star', 'tbody .row-menu'])
      expect(one(element, selector).checkVisibility(), selector).to.equal(false);
    const scroller = scrollerOf(element).getBoundingClientRect();
    let end = scroller.top;
    for (const row of rows(element)) {
      const { top, bottom } = row.getBoundingClientRect();
      expect(top).to.be.at.least(end - 1);
      end = bottom;
    }
    expect(rows(element)).to.have.length(40);
    expect(end).to.be.at.most(scroller.bottom + 1);
  });
});
