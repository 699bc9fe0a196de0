import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { customers, focused, focusedCell, one, readyOverview, textOf } from './fixtures.js';
import { barOf, headerBox } from './selecting.js';

describe('the question who is meant by all, by keyboard', () => {
  it('is asked by the space bar, answered by Enter, and the focus goes back', async () => {
    const element = await readyOverview(customers(300));
    const isAsked = () => one(element, '.selection-choice').matches(':popover-open');
    headerBox(element).focus();
    await sendKeys({ press: ' ' });
    await waitUntil(() => isAsked() && focused()?.closest('.selection-choice'), 'never asked');
    expect(textOf(focused() ?? element)).to.equal('The 100 customers loaded so far');
    await sendKeys({ press: 'Tab' });
    expect(textOf(focused() ?? element)).to.equal('All 300 customers');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => barOf(element) === '300 selected', 'never selected');
    expect([isAsked(), focusedCell()]).to.deep.equal([false, '-1 select']);
  });

  it('selects a whole list by the space bar, and lets it go', async () => {
    const element = await readyOverview(customers(9));
    headerBox(element).focus();
    await sendKeys({ press: ' ' });
    await waitUntil(() => barOf(element) === '9 selected', 'never selected');
    await sendKeys({ press: ' ' });
    await waitUntil(() => barOf(element) === '', 'never let go');
    expect(focusedCell()).to.equal('-1 select');
  });
});
