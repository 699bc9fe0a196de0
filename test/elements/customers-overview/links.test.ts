import { expect, waitUntil } from '@open-wc/testing';
import type { Customer } from '../../../src/domain/customer.js';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { cell, customer, readyOverview } from './fixtures.js';

const linkIn = (element: CustomersOverview, column: string) => {
  const link = cell(element, 0, column).querySelector<HTMLElement>('a, button');
  if (link === null) throw new Error(`no link in ${column}`);
  return link;
};

const hrefIn = (element: CustomersOverview, column: string) => linkIn(element, column).getAttribute('href');

const withTemplates = (more: Partial<Customer> = {}) =>
  readyOverview([customer({ id: 'a/b?c', name: 'Å & “B”', externalId: '#7', ...more })], {
    customerHref: '/orgs/{id}?name={name}&external={externalId}',
    beaconsHref: 'orgs/{id}/beacons',
  });

/** Clicks, and says whether the browser would follow the link; the page stays where it is. */
function follows(link: HTMLElement, keys: MouseEventInit = {}): boolean {
  const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...keys });
  let wouldFollow = false;
  window.addEventListener(
    'click',
    (event) => {
      wouldFollow = !event.defaultPrevented;
      event.preventDefault();
    },
    { once: true },
  );
  link.dispatchEvent(click);
  return wouldFollow;
}

describe('link templates', () => {
  it('make real links, with their values encoded', async () => {
    const element = await withTemplates();
    expect(hrefIn(element, 'name')).to.equal('/orgs/a%2Fb%3Fc?name=%C3%85%20%26%20%E2%80%9CB%E2%80%9D&external=%237');
    expect(hrefIn(element, 'beacons')).to.equal('orgs/a%2Fb%3Fc/beacons');
  });

  it('can be set as attributes, and be changed', async () => {
    const element = await withTemplates();
    element.setAttribute('customer-href', '/customers/{id}');
    await element.updateComplete;
    expect(hrefIn(element, 'name')).to.equal('/customers/a%2Fb%3Fc');
    element.removeAttribute('customer-href');
    await element.updateComplete;
    expect(linkIn(element, 'name').localName).to.equal('button');
  });

  it('are buttons without a template, and where a value is missing', async () => {
    const plain = await readyOverview([customer({ id: '1' })]);
    expect([linkIn(plain, 'name').localName, linkIn(plain, 'beacons').localName]).to.deep.equal(['button', 'button']);
    const missing = await withTemplates({ externalId: undefined });
    expect(linkIn(missing, 'name').localName).to.equal('button');
  });

  for (const template of [
    'javascript:alert({id})',
    'java\nscript:alert(1)',
    ' javascript:1',
    '{id}',
    '{name}:{id}',
    'data:text/html,{id}',
  ])
    it(`never make a link of ${JSON.stringify(template)} that runs`, async () => {
      const list = [customer({ id: 'alert(1)', name: 'javascript' }), customer({ id: 'javascript:alert(1)' })];
      const element = await readyOverview(list, { customerHref: template, beaconsHref: template });
      for (const link of element.renderRoot.querySelectorAll<HTMLAnchorElement>('tbody a'))
        expect(link.protocol, link.outerHTML).to.match(/^https?:$/);
    });
});

describe('activating a link', () => {
  it('asks the host first, by a typed event that bubbles out of every shadow root', async () => {
    const element = await withTemplates();
    const heard: string[] = [];
    const hear = (event: Event) => {
      heard.push(`${event.type} ${(event as Event & { customerId: string }).customerId} ${event.target === element}`);
    };
    for (const type of ['customer-open', 'beacons-open']) document.addEventListener(type, hear, { once: true });
    expect(follows(linkIn(element, 'name'))).to.equal(true);
    expect(follows(linkIn(element, 'beacons'))).to.equal(true);
    expect(heard).to.deep.equal(['customer-open a/b?c true', 'beacons-open a/b?c true']);
  });

  it('is given up where the host cancels it', async () => {
    const element = await withTemplates();
    for (const type of ['customer-open', 'beacons-open'] as const)
      element.addEventListener(type, (event) => event.preventDefault());
    expect(follows(linkIn(element, 'name'))).to.equal(false);
    expect(follows(linkIn(element, 'beacons'))).to.equal(false);
  });

  it('with a modifier key is left to the browser', async () => {
    const element = await withTemplates();
    let heard = 0;
    element.addEventListener('customer-open', () => (heard += 1));
    for (const keys of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }])
      expect(follows(linkIn(element, 'name'), keys)).to.equal(true);
    expect(heard).to.equal(0);
  });

  it('means the customer of the row as it is now', async () => {
    const element = await readyOverview([customer({ id: '1', name: 'B' }), customer({ id: '2', name: 'A' })]);
    const opened: string[] = [];
    element.addEventListener('customer-open', ({ customerId }) => opened.push(customerId));
    linkIn(element, 'name').click();
    element.query = { sort: [{ field: 'name', direction: 'descending' }] };
    await waitUntil(() => linkIn(element, 'name').textContent.trim() === 'B');
    linkIn(element, 'name').click();
    expect(opened).to.deep.equal(['2', '1']);
  });
});
