import { expect, nextFrame } from '@open-wc/testing';
import type { Customer } from '../../../src/domain/customer.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import { FakeClock } from '../../controllers/fake-clock.js';
import { cell, customer, customers, overview, rows, textOf } from './fixtures.js';

const expiring = (instant: string): Customer['expirations'] => ({
  state: 'ready',
  value: { undated: 0, unreadable: 0, dates: [instant] },
});

describe('a date-time expiry (docs/rules.md §2.8)', () => {
  it('passes on screen at its instant, also in a row that the list has grown by', async () => {
    const clock = new FakeClock('2026-06-15T12:00:00Z');
    try {
      const provider = new ScriptedProvider();
      const element = await overview(provider, { now: undefined });
      const list = customers(30, { expirations: { state: 'forbidden' } });
      const shown = async (items: readonly Customer[]) => {
        (await provider.nextCall('listCustomers')).resolve({ items });
        while (!element.matches(':state(ready)') || rows(element).length !== items.length) await nextFrame();
      };
      await shown(list.slice(0, 10));
      // what wakes the element comes after the first view, by a timer
      while (!element.renderRoot.querySelector('.scroller [tabindex="0"]')) {
        clock.advanceBy(1);
        await nextFrame();
      }
      // what is announced now renders once more, and would hide that an instant was not seen
      clock.advanceTo('2026-06-15T12:01:00Z');
      element.refresh();
      await shown([...list.slice(0, 29), customer({ id: '7', expirations: expiring('2026-06-15T15:30:00Z') })]);
      const status = () => textOf(cell(element, 29, 'expirationStatus'));
      clock.advanceTo('2026-06-15T15:29:59Z');
      await element.updateComplete;
      expect(status()).to.contain('Expires in 30 days');
      clock.advanceTo('2026-06-15T15:30:00Z');
      await element.updateComplete;
      expect(status()).to.equal('Expired');
      element.remove();
    } finally {
      clock.restore();
    }
  });
});
