import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { provideCustomers } from '../../../src/controllers/customers-provider-context.js';
import type { Beacon } from '../../../src/domain/beacons.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import {
  all,
  beacon,
  beacons,
  customerBeacons,
  factsOf,
  filterButton,
  focusedIn,
  having,
  inState,
  namesOf,
  now,
  one,
  rowOf,
  rowsOf,
  textOf,
} from './fixtures.js';

const scripted = () => new ScriptedProvider({ offers: ['listBeacons'] });

const full: Beacon = {
  id: 'full',
  name: 'Berlin',
  connectivity: 'warning',
  version: '20.1.0',
  upgradeDue: true,
  policy: 'out-of-date',
  lastReported: '2026-06-15T11:56:00Z',
  parentId: 'root',
  operatingSystem: 'Windows Server 2022',
  ipAddress: '10.0.0.4',
  subnets: ['10.0.0.0/24', '10.0.1.0/24'],
};

describe('what the beacons of a customer show', () => {
  it('that they are loading, and asks for this customer', async () => {
    const provider = scripted();
    const element = await customerBeacons(provider);
    expect(element.matches(':state(loading)')).to.equal(true);
    expect(one(element, 'table').ariaBusy).to.equal('true');
    const { asked, call } = await provider.nextCall('listBeacons');
    expect(asked).to.deep.equal(['42']);
    expect([call.locale, call.timeZone, call.now]).to.deep.equal(['en', 'UTC', now]);
    await expect(element).to.be.accessible();
  });

  it('every beacon with its facts, those that need attention first', async () => {
    const element = await customerBeacons(having([beacon('root', { name: 'Root' }), full]));
    await inState(element, 'ready');
    expect(namesOf(element)).to.deep.equal(['Berlin', 'Root']);
    expect(factsOf(rowOf(element, 'Berlin'))).to.deep.equal({
      name: 'Berlin',
      parent: 'Root',
      connectivity: 'Warning',
      policy: 'Policy out of date',
      lastReported: '4 minutes ago Jun 15, 2026, 11:56 AM',
      version: '20.1.0 Upgrade due',
      operatingSystem: 'Windows Server 2022',
      ipAddress: '10.0.0.4',
      subnets: '2 subnets',
    });
    expect(one(element, 'tbody time').getAttribute('datetime')).to.equal('2026-06-15T11:56:00.000Z');
    await expect(element).to.be.accessible();
  });

  it('what is not known of one, each in its words', async () => {
    const bare = { id: 'bare', name: ' ', connectivity: 'unknown', parentId: 'gone' } as const;
    const element = await customerBeacons(having([bare, beacon('odd', { lastReported: 'today', subnets: [] })]));
    await inState(element, 'ready');
    expect(factsOf(rowOf(element, 'bare'))).to.deep.equal({
      name: 'bare',
      parent: 'gone (not in this list)',
      connectivity: 'Unknown',
      policy: 'Policy unknown',
      lastReported: 'Never reported',
      version: '-',
      operatingSystem: '-',
      ipAddress: '-',
      subnets: '-',
    });
    const dashes = [...rowOf(element, 'bare').querySelectorAll('[role=img]')].map(({ ariaLabel }) => ariaLabel);
    expect(dashes).to.deep.equal(['Not known', 'Not known', 'Not known', 'Not known']);
    expect(factsOf(rowOf(element, 'Beacon odd'))).to.include({
      lastReported: 'Unreadable time',
      subnets: 'No subnets',
    });
    expect(rowOf(element, 'Beacon odd').querySelector('[role=img]')?.ariaLabel).to.equal('No parent beacon');
  });

  it('names as text, with nothing in them that hides or turns text around', async () => {
    const element = await customerBeacons(having([beacon('x', { name: '<b>Evil\u202e</b>' })]));
    await inState(element, 'ready');
    expect(namesOf(element)).to.deep.equal(['<b>Evil[U+202E]</b>']);
  });

  it('that there are none', async () => {
    const element = await customerBeacons(having([]));
    await inState(element, 'empty');
    expect(textOf(one(element, '[part=state]'))).to.equal('No beacons');
    expect(all(element, '[part=toolbar]')).to.have.length(0);
    expect(one(element, 'table').checkVisibility()).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('not that there are none where a source is missing', async () => {
    const element = await customerBeacons(having([]), {
      beacons: { state: 'ready', value: { total: 0 }, missing: ['Snow Atlas'] },
    });
    await inState(element, 'empty');
    expect(textOf(one(element, '[part=state]'))).to.equal('No beacons known');
    expect(textOf(one(element, '[part=note]'))).to.equal('Not included, because it could not be read: Snow Atlas');
  });

  it('that entries could not be read', async () => {
    const provider = scripted();
    const element = await customerBeacons(provider);
    (await provider.nextCall('listBeacons')).resolve([full, 42, null]);
    await inState(element, 'ready');
    expect(textOf(one(element, '[part=note]'))).to.equal('2 more entries could not be read.');
  });

  it('that there can be none, and asks nothing', async () => {
    const provider = scripted();
    const element = await customerBeacons(provider, { beacons: { state: 'not-applicable' } });
    await inState(element, 'not-applicable');
    expect(provider.calls).to.have.length(0);
    expect(textOf(one(element, '[part=state]'))).to.contain('Not applicable');
  });

  for (const [what, provider] of [
    ['has no such question', new ScriptedProvider()],
    ['refuses it', { ...having([]), listBeacons: async () => Promise.reject(new ProviderError('unsupported')) }],
  ] as const) {
    it(`that they are not available, where the provider ${what}`, async () => {
      const element = await customerBeacons(provider);
      await inState(element, 'unsupported');
      expect(textOf(one(element, '[part=state]'))).to.contain('not available here');
    });
  }
});

describe('a failure of the beacons', () => {
  it('is said, told to the host, and asked again with the focus kept', async () => {
    const provider = scripted();
    const element = await customerBeacons(provider);
    const told = oneEvent(element, 'provider-error');
    (await provider.nextCall('listBeacons')).reject(new ProviderError('timeout'));
    expect(await told).to.include({ code: 'timeout', bubbles: false, cancelable: false });
    await inState(element, 'failed');
    expect(textOf(one(element, '[part=state]'))).to.contain('The answer took too long.');
    await expect(element).to.be.accessible();
    one(element, '[part=retry]').focus();
    await sendKeys({ press: 'Enter' });
    (await provider.nextCall('listBeacons')).resolve([full]);
    await inState(element, 'ready');
    expect(focusedIn(element) === one(element, '.body')).to.equal(true);
  });

  it('of a fresh read leaves what was there, marked as old', async () => {
    const provider = scripted();
    const element = await customerBeacons(provider);
    (await provider.nextCall('listBeacons')).resolve([full]);
    await inState(element, 'ready');
    one(element, '[part=refresh]').click();
    (await provider.nextCall('listBeacons')).reject(new ProviderError('unavailable'));
    await inState(element, 'failed');
    expect(namesOf(element)).to.deep.equal(['Berlin']);
    expect(textOf(one(element, '[part=note]'))).to.contain('What you see may be out of date.');
  });

  it('that is a refusal takes along what was there', async () => {
    const provider = scripted();
    const element = await customerBeacons(provider);
    (await provider.nextCall('listBeacons')).resolve([full]);
    await inState(element, 'ready');
    element.refresh();
    (await provider.nextCall('listBeacons')).reject(new ProviderError('forbidden'));
    await inState(element, 'failed');
    expect(one(element, 'table').checkVisibility()).to.equal(false);
    expect(textOf(one(element, '[part=state]'))).to.contain('You do not have permission to see this.');
  });

  it('never shows one customer’s beacons under another', async () => {
    const provider = scripted();
    const element = await customerBeacons(provider);
    (await provider.nextCall('listBeacons')).resolve([full]);
    await inState(element, 'ready');
    element.customerId = '43';
    await inState(element, 'loading');
    expect(namesOf(element)).not.to.include('Berlin');
  });
});

describe('the filters of the beacons', () => {
  const list = [
    beacon('1', { connectivity: 'offline', name: 'Alpha' }),
    beacon('2', { connectivity: 'warning', name: 'Beta' }),
    beacon('3', { name: 'Gamma' }),
    beacon('4', { name: 'Delta', ipAddress: '10.9.8.7' }),
  ];

  it('count each connectivity that there is, the worst first', async () => {
    const element = await customerBeacons(having(list));
    await inState(element, 'ready');
    expect(all(element, '[part=filter]').map(textOf)).to.deep.equal(['Offline 1', 'Warning 1', 'OK 2']);
    expect(one(element, '[part=filters]').ariaLabel).to.equal('Connectivity');
  });

  it('are pressed by keyboard, add up, and are let go again', async () => {
    const element = await customerBeacons(having(list));
    await inState(element, 'ready');
    filterButton(element, 'offline').focus();
    await sendKeys({ press: ' ' });
    expect(namesOf(element)).to.deep.equal(['Alpha']);
    expect(filterButton(element, 'offline').ariaPressed).to.equal('true');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(namesOf(element)).to.deep.equal(['Alpha', 'Beta']);
    await sendKeys({ press: 'Enter' });
    expect(namesOf(element)).to.deep.equal(['Alpha']);
    expect(filterButton(element, 'warning').ariaPressed).to.equal('false');
    await expect(element).to.be.accessible();
  });

  it('go with the search, which changes the counts', async () => {
    const element = await customerBeacons(having(list));
    await inState(element, 'ready');
    one(element, '[part=search]').focus();
    await sendKeys({ type: '10.9.' });
    expect(namesOf(element)).to.deep.equal(['Delta']);
    expect(all(element, '[part=filter]').map(textOf)).to.deep.equal(['Offline 0', 'Warning 0', 'OK 1']);
  });

  it('say that nothing matches, and go away with one press', async () => {
    const element = await customerBeacons(having(list));
    await inState(element, 'ready');
    one(element, '[part=search]').focus();
    await sendKeys({ type: 'nobody' });
    await inState(element, 'no-match');
    expect(textOf(one(element, '[part=state] h3'))).to.equal('No beacon matches the search and the filters');
    await expect(element).to.be.accessible();
    one(element, '[part=show-all]').focus();
    await sendKeys({ press: 'Enter' });
    await inState(element, 'ready');
    expect(namesOf(element)).to.have.length(4);
    expect(one(element, '[part=search]')).to.have.property('value', '');
    expect(focusedIn(element) === one(element, '.body')).to.equal(true);
  });

  it('do not outlive the customer', async () => {
    const element = await customerBeacons(having(list));
    await inState(element, 'ready');
    filterButton(element, 'offline').click();
    await element.updateComplete;
    element.customerId = '43';
    await waitUntil(() => namesOf(element).length === 4, 'the filter stayed');
  });

  it('are told by the live region, once typing rests', async () => {
    const element = await customerBeacons(having(list));
    await inState(element, 'ready');
    const said = () => textOf(one(element, '[role=status]'));
    await waitUntil(() => said() === '4 beacons, Offline: 1, Warning: 1, OK: 2', 'never told of the beacons');
    one(element, '[part=search]').focus();
    await sendKeys({ type: 'a' });
    await sendKeys({ type: 'lp' });
    await waitUntil(() => said() === '1 beacon found', 'never told of the search');
  });
});

describe('the subnets of a beacon', () => {
  it('are shown beside their button, and go with the Escape key, which gives the focus back', async () => {
    const element = await customerBeacons(having([full]));
    await inState(element, 'ready');
    const button = one(element, '[part=subnets-button]');
    button.focus();
    await sendKeys({ press: 'Enter' });
    const popover = one(element, '[part=subnets]');
    await waitUntil(() => popover.matches(':popover-open') && focusedIn(element) === popover, 'never opened');
    expect(popover.ariaLabel).to.equal('Subnets of Berlin');
    expect([...popover.querySelectorAll('li')].map(textOf)).to.deep.equal(['10.0.0.0/24', '10.0.1.0/24']);
    expect(popover.getBoundingClientRect().top).to.be.closeTo(button.getBoundingClientRect().bottom, 8);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !popover.matches(':popover-open'), 'never closed');
    await waitUntil(() => focusedIn(element) === button, 'the focus did not come back');
  });

  it('stop short where there are thousands, and say so', async () => {
    const subnets = Array.from({ length: 1200 }, (_, index) => `10.${index >> 8}.${index % 256}.0/24`);
    const element = await customerBeacons(having([{ ...full, subnets }]));
    await inState(element, 'ready');
    one(element, '[part=subnets-button]').click();
    await element.updateComplete;
    const popover = one(element, '[part=subnets]');
    expect(popover.querySelectorAll('li')).to.have.length(500);
    expect(textOf(popover)).to.match(/and 700 more$/);
    await waitUntil(() => popover.getBoundingClientRect().left > 0);
    const { top, bottom, left, right } = popover.getBoundingClientRect();
    expect(Math.min(top, left)).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    expect(right).to.be.at.most(innerWidth);
  });

  it('go when the list is scrolled away below them', async () => {
    const element = await customerBeacons(having(beacons(60, { subnets: ['10.0.0.0/8'] })));
    await inState(element, 'ready');
    one(element, '[part=subnets-button]').click();
    const popover = one(element, '[part=subnets]');
    await waitUntil(() => popover.matches(':popover-open'), 'never opened');
    one(element, '.scroller').scrollTop = 200;
    await waitUntil(() => !popover.matches(':popover-open'), 'never closed');
  });
});

describe('the time of the beacons', () => {
  it('counts on with the moment, and marks what is overdue', async () => {
    const element = await customerBeacons(having([full]));
    await inState(element, 'ready');
    const reported = () => factsOf(rowOf(element, 'Berlin')).lastReported;
    element.now = new Date('2026-06-15T12:20:00Z');
    await element.updateComplete;
    expect(reported()).to.equal('24 minutes ago Jun 15, 2026, 11:56 AM');
    element.now = new Date('2026-06-15T12:26:00Z');
    await element.updateComplete;
    expect(reported()).to.equal('30 minutes agoOverdue Jun 15, 2026, 11:56 AM');
  });

  it('is told in the zone of the element', async () => {
    const element = await customerBeacons(having([full]), { timeZone: 'Asia/Tokyo' });
    await inState(element, 'ready');
    expect(factsOf(rowOf(element, 'Berlin')).lastReported).to.contain('8:56 PM');
  });
});

describe('thousands of beacons', () => {
  const thousands = beacons(5000, { subnets: ['10.0.0.0/8'], lastReported: '2026-06-15T11:56:00Z' });

  it('stand in the page as far as they are in view', async () => {
    const started = performance.now();
    const element = await customerBeacons(having(thousands));
    await inState(element, 'ready');
    await waitUntil(() => namesOf(element).length > 0);
    // on an idle machine it takes 60 ms; a table of all rows takes seconds
    expect(performance.now() - started).to.be.below(3000);
    expect(rowsOf(element).length).to.be.within(6, 40);
    expect(element.renderRoot.querySelectorAll('*').length).to.be.below(2000);
    expect(one(element, 'table').getAttribute('aria-rowcount')).to.equal('5001');
    await expect(element).to.be.accessible();
  });

  it('are searched without a wait', async () => {
    const element = await customerBeacons(having(thousands));
    await inState(element, 'ready');
    const search = one(element, '[part=search]') as HTMLInputElement; // what the part is
    const started = performance.now();
    for (const text of ['4', '49', '499', '4999']) {
      search.value = text;
      search.dispatchEvent(new InputEvent('input'));
      await element.updateComplete;
    }
    // 15 ms a keystroke on an idle machine
    expect(performance.now() - started).to.be.below(2000);
    expect(namesOf(element)).to.deep.equal(['Beacon 4999']);
  });

  it('are gone through to the last by keyboard, and each says where it stands', async () => {
    const element = await customerBeacons(having(thousands));
    await inState(element, 'ready');
    await waitUntil(() => namesOf(element).length > 0);
    one(element, 'tbody [tabindex="0"], thead [tabindex="0"]').focus();
    // dispatched, because not every driver holds a key down
    focusedIn(element)?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'End', ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
    );
    const focused = focusedIn(element)?.closest('tr');
    expect(focused?.ariaRowIndex).to.equal('5001');
    await expect(element).to.be.accessible();
  });
});

describe('the beacons and what is around them', () => {
  it('come from the provider around the element', async () => {
    const element = await customerBeacons(undefined);
    expect(element.matches(':state(loading)')).to.equal(true);
    const provided = provideCustomers(element.parentElement ?? document.body, having([full]));
    await inState(element, 'ready');
    expect(namesOf(element)).to.deep.equal(['Berlin']);
    provided.dispose();
  });

  it('speak the nearest language', async () => {
    const element = await customerBeacons(having([full]));
    element.lang = 'de';
    await waitUntil(() => textOf(one(element, 'thead [data-column=policy]')) === 'Richtlinie', 'never spoke German');
    expect(factsOf(rowOf(element, 'Berlin')).lastReported).to.equal('vor 4 Minuten 15.06.2026, 11:56');
  });

  for (const width of [375, 720]) {
    it(`are cards in ${width} pixels, with the same roles and nothing cut but text`, async () => {
      const element = await customerBeacons(having([full, ...beacons(3)]), {}, width);
      await inState(element, 'ready');
      expect(one(element, 'thead').checkVisibility()).to.equal(false);
      const row = rowOf(element, 'Berlin');
      expect(row.scrollHeight).to.be.at.most(row.clientHeight + 1);
      expect(one(element, '.scroller').scrollWidth).to.be.at.most(width);
      expect(one(element, '.probe').getBoundingClientRect().height).to.be.above(100);
      await expect(element).to.be.accessible();
    });
  }

  it('are asked for again after a move that interrupted the question', async () => {
    const provider = scripted();
    const element = await customerBeacons(provider);
    const { call } = await provider.nextCall('listBeacons');
    const parent = element.parentElement;
    element.remove();
    expect(call.signal.aborted).to.equal(true);
    parent?.append(element);
    (await provider.nextCall('listBeacons')).resolve([full]);
    await inState(element, 'ready');
    expect(provider.calls).to.have.length(2);
  });
});
