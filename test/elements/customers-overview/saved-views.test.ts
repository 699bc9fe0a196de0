import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CustomersPreferences, PreferencesStore } from '../../../src/domain/preferences.js';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import { columnTexts, customers, focused, inState, one, overview, readyOverview, textOf } from './fixtures.js';

const list = customers(30);
const before = location.href;

/** Preferences that last as long as a test. */
function storeOf(kept: CustomersPreferences = {}): PreferencesStore & { kept: CustomersPreferences } {
  const store = {
    kept,
    read: () => store.kept,
    write: (preferences: CustomersPreferences) => {
      store.kept = preferences;
    },
  };
  return store;
}

const all = (element: CustomersOverview, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const views = (element: CustomersOverview) => all(element, '.view').map(textOf);
const outcome = (element: CustomersOverview) => textOf(one(element, '#views .outcome'));

async function opened(properties: Partial<CustomersOverview> = {}): Promise<CustomersOverview> {
  const element = await readyOverview(list, properties);
  one(element, '[part=views]').click();
  await waitUntil(() => focused() === one(element, '#views'));
  return element;
}

/** Hands the element a file, as a reader who chooses one does. */
function choose(element: CustomersOverview, content: string): void {
  const files = new DataTransfer();
  files.items.add(new File([content], 'views.json'));
  const input = one<HTMLInputElement>(element, '#views [type=file]');
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
}

const mine = { name: 'Mine', query: '?view.search=0002' };

afterEach(() => {
  for (const element of document.querySelectorAll('customers-overview')) element.remove();
  history.replaceState(null, '', before);
});

describe('saved views', () => {
  it('are saved under a name by keyboard, kept, and asked again', async () => {
    const store = storeOf({ favourites: ['00001'] });
    const element = await opened({ preferences: store, query: { search: '0002' } });
    await expect(element).to.be.accessible();
    expect(textOf(one(element, '#views'))).to.contain('No view is saved yet.');
    one(element, '#views [type=text]').focus();
    await sendKeys({ type: ' Twenties ' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => views(element).join() === 'Twenties');
    expect(outcome(element)).to.equal('Saved: Twenties');
    await waitUntil(() => store.kept.views?.length === 1);
    expect(store.kept).to.deep.equal({
      favourites: ['00001'],
      views: [{ name: 'Twenties', query: '?view.search=0002' }],
    });
    expect(one(element, '.view').getAttribute('aria-current')).to.equal('true');
    await expect(element).to.be.accessible();
    element.query = {};
    await waitUntil(() => !one(element, '.view').hasAttribute('aria-current'));
    one(element, '.view').click();
    await waitUntil(() => columnTexts(element, 'id').every((id) => id.includes('0002')));
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused() === one(element, '[part=views]'));
  });

  it('are removed, and the focus stays', async () => {
    const element = await opened({ preferences: storeOf({ views: [mine] }) });
    await waitUntil(() => views(element).length === 1);
    one(element, '.remove-view').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => views(element).length === 0);
    expect(outcome(element)).to.equal('Removed: Mine');
    expect(focused()).to.equal(one(element, '#views'));
  });

  it('have a default, which the first question asks', async () => {
    const store = storeOf({ views: [mine] });
    const element = await opened({ preferences: store });
    await waitUntil(() => views(element).length === 1);
    one(element, '.default-view').click();
    await waitUntil(() => store.kept.views?.[0]?.isDefault === true);
    element.remove();
    const provider = new ScriptedProvider();
    const next = await overview(provider, { preferences: store });
    const first = await provider.nextCall('listCustomers');
    expect(first.asked[0]).to.deep.include({ search: '0002' });
    first.resolve({ items: customers(1) });
    await inState(next, 'ready');
    expect(provider.calls).to.have.length(1);
    expect(one<HTMLInputElement>(next, '[part=search]').value).to.equal('0002');
  });

  it('are applied within what the host lets be listed', async () => {
    const scope = { ids: ['00001', '00020', '00021'], pinned: ['00021'] };
    const element = await opened({ preferences: storeOf({ views: [mine] }), query: { search: '1', ...scope } });
    await waitUntil(() => views(element).length === 1);
    one(element, '.view').click();
    await waitUntil(() => columnTexts(element, 'id').join() === '00021,00020');
    expect(element.query).to.deep.equal({ search: '0002', ...scope });
    element.remove();
    const begun = await readyOverview(list, {
      preferences: storeOf({ views: [{ ...mine, isDefault: true }] }),
      query: scope,
    });
    expect(begun.query).to.deep.equal({ search: '0002', ...scope });
  });

  it('yield to an address that says more, and leave one that says nothing as it is', async () => {
    const preferences = storeOf({ views: [{ ...mine, isDefault: true }] });
    const silent = await readyOverview(list, { preferences, urlState: 'customers' });
    expect(silent.query).to.deep.equal({ search: '0002' });
    expect(location.href).to.equal(before);
    silent.remove();
    const url = new URL(before);
    history.replaceState(null, '', `${url.pathname}${url.search}${url.search ? '&' : '?'}customers.search=0001`);
    const element = await readyOverview(list, { preferences, urlState: 'customers' });
    expect(element.query?.search).to.equal('0001');
  });

  it('come from a file, checked, in the place of those that have their name', async () => {
    const element = await opened({ preferences: storeOf({ views: [mine] }) });
    await waitUntil(() => views(element).length === 1);
    const file = { views: [{ name: 'Mine', query: '?view.search=3' }, { name: '<b>Other', query: 'x' }, { name: 5 }] };
    choose(element, JSON.stringify(file));
    await waitUntil(() => views(element).join() === 'Mine,<b>Other');
    expect(outcome(element)).to.equal('2 views imported.');
    for (const content of [
      '',
      '{',
      '[]',
      '{"views":[]}',
      '{"views":"a"}',
      `{"views":[],"x":"${'x'.repeat(1_000_000)}"}`,
    ]) {
      one(element, '#views').hidePopover();
      one(element, '[part=views]').click();
      await waitUntil(() => outcome(element) === '');
      choose(element, content);
      await waitUntil(() => outcome(element) === 'There are no views in this file.');
    }
    expect(views(element)).to.have.length(2);
  });

  it('come from a file as far as there is room, and only those are counted', async () => {
    const kept = Array.from({ length: 48 }, (_, index) => ({ ...mine, name: `Mine ${index}` }));
    const element = await opened({ preferences: storeOf({ views: kept }) });
    await waitUntil(() => views(element).length === 48);
    const names = ['Mine 0', 'A', 'B', 'C', 'D'];
    choose(element, JSON.stringify({ views: names.map((name) => ({ name, query: '?view.search=3' })) }));
    await waitUntil(() => views(element).length === 50);
    expect(views(element).slice(-2)).to.deep.equal(['A', 'B']);
    expect(outcome(element)).to.equal('3 views imported. There is no room for more than 50 views.');
  });

  it('are given away as a file', async () => {
    const element = await opened({ preferences: storeOf({ views: [mine] }) });
    await waitUntil(() => views(element).length === 1);
    let file: Promise<string> | undefined;
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) file = blob.text();
      return 'data:,';
    };
    try {
      const button = all(element, '#views .pass-on button').at(-1);
      button?.click();
    } finally {
      URL.createObjectURL = createObjectURL;
    }
    expect(JSON.parse((await file) ?? '')).to.deep.equal({ views: [mine] });
  });

  it('have a link where the address has the view', async () => {
    const without = await opened();
    expect(all(without, '#views .pass-on button')).to.have.length(1);
    without.remove();
    const element = await opened({ urlState: 'customers', query: { search: '0002' } });
    const written: string[] = [];
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(written.push(text)) },
    });
    try {
      all(element, '#views .pass-on button')[0]?.click();
      await waitUntil(() => outcome(element) === 'The link is copied.');
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
    expect(written[0]).to.contain('customers.search=0002');
  });
});
