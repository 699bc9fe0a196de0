import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AddCustomers } from '../../../src/elements/add-customers/add-customers.element.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import {
  all,
  choose,
  click,
  description,
  draftsIn,
  draftsOf,
  field,
  fill,
  focusedIn,
  inState,
  keyOf,
  one,
  panelOf,
  readyPanel,
  scripted,
  send,
  textIn,
  textOf,
  type,
} from './panel.js';

/** What the panel tells, by the type of the event. */
function listen(panel: AddCustomers): Event[] {
  const heard: Event[] = [];
  for (const name of ['customers-created', 'customer-open', 'panel-close', 'provider-error'])
    panel.addEventListener(name, (event) => heard.push(event));
  return heard;
}

const typesOf = (events: readonly Event[]) => events.map((event) => event.type);
const confirm = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('<add-customers>: whether customers can be added', () => {
  it('waits for its provider and what that says', async () => {
    const panel = await panelOf(undefined);
    expect(panel.matches(':state(loading)')).to.equal(true);
    const provider = scripted();
    panel.provider = provider;
    (await provider.nextCall('describe')).resolve(description);
    await inState(panel, 'ready');
    await expect(panel).to.be.accessible();
  });

  it('denies what nobody allowed, until it is allowed', async () => {
    const provider = scripted();
    const panel = await panelOf(provider);
    (await provider.nextCall('describe')).resolve({ version: 1 });
    await inState(panel, 'denied');
    expect(draftsIn(panel)).to.have.length(0);
    await click(one(panel, '.state button'));
    (await provider.nextCall('describe')).resolve(description);
    await inState(panel, 'ready');
  });

  it('denies it too where the provider does not describe itself', async () => {
    await inState(
      await panelOf({ listCustomers: async () => ({ items: [] }), createCustomers: async () => ({ outcomes: [] }) }),
      'denied',
    );
  });

  it('says that the provider cannot, or that it could not be asked', async () => {
    await inState(await panelOf({ listCustomers: async () => ({ items: [] }) }), 'unsupported');
    const provider = scripted();
    const panel = await panelOf(provider);
    const heard = listen(panel);
    (await provider.nextCall('describe')).reject(new ProviderError('unavailable'));
    await inState(panel, 'failed');
    expect(textIn(panel)).to.include('The service cannot be reached.');
    expect(typesOf(heard)).to.deep.equal(['provider-error']);
  });
});

describe('<add-customers>: one by one', () => {
  it('creates what was typed, and says who was created', async () => {
    const { panel, provider } = await readyPanel();
    const heard = listen(panel);
    await fill(panel, 0, ' Acme ');
    await click(one(panel, '[id$="-capability-1"]'));
    const call = await send(panel, provider);
    expect(draftsOf(call)).to.deep.equal([
      {
        key: draftsOf(call)[0]?.key,
        name: 'Acme',
        owners: [{ firstName: 'Ada', lastName: 'Byron', email: 'ada@acme.example' }],
        capabilities: [{ capability: 'iam' }, { capability: 'fcm' }],
      },
    ]);
    expect(field(panel, 0, 'name').disabled).to.equal(true);
    call.resolve({ outcomes: [{ key: draftsOf(call)[0]?.key, id: '40981' }] });
    await waitUntil(() => focusedIn(panel) === 'created', 'never moved the focus to who was created');
    expect(textIn(panel)).to.include('1 customer was created Acme Organization ID 40981');
    expect(field(panel, 0, 'name').value).to.equal('');
    await click(one(panel, '[part~="customer-link"]'));
    await click(one(panel, '[part~="cancel"]'));
    expect(typesOf(heard)).to.deep.equal(['customers-created', 'customer-open', 'panel-close']);
    expect(heard[0]).to.have.deep.property('customerIds', ['40981']);
    expect(heard[1]).to.have.property('customerId', '40981');
    await expect(panel).to.be.accessible();
  });

  it('sends nothing that has a problem, and leads to each', async () => {
    const { panel, provider } = await readyPanel();
    await type(field(panel, 0, 'owner-0-email'), 'ada at acme');
    await click(one(panel, '[part~="create"]'));
    await waitUntil(() => focusedIn(panel) === 'summary', 'never moved the focus to the problems');
    expect(all(panel, '#summary li').map(textOf)).to.deep.equal([
      'Customer 1, Customer name: This is required.',
      'Customer 1, Owner 1, First name: This is required.',
      'Customer 1, Owner 1, Last name: This is required.',
      'Customer 1, Owner 1, E-mail: This is not an e-mail address.',
    ]);
    const email = field(panel, 0, 'owner-0-email');
    expect(email.getAttribute('aria-invalid')).to.equal('true');
    expect(textOf(one(panel, `#${email.getAttribute('aria-describedby')}`))).to.equal('This is not an e-mail address.');
    await expect(panel).to.be.accessible();
    // also where its row is folded by then
    await click(one(panel, '[part~="details"]'));
    await click(all(panel, '#summary .link')[2] ?? panel);
    await waitUntil(() => focusedIn(panel)?.endsWith('-owner-0-lastName') === true, 'never led to the field');
    expect(provider.calls.filter(({ method }) => method === 'createCustomers')).to.have.length(0);
    await sendKeys({ type: 'Byron' });
    expect(all(panel, '#summary li')).to.have.length(3);
  });

  it('says nothing against a row before it was left', async () => {
    const { panel } = await readyPanel();
    await type(field(panel, 0, 'externalId'), 'W1');
    expect(all(panel, '[aria-invalid]')).to.have.length(0);
    await click(one(panel, '[part~="add-row"]'));
    await waitUntil(() => draftsIn(panel).length === 2, 'never added a row');
    const invalid = () => draftsIn(panel).map((draft) => draft.querySelectorAll('[aria-invalid]').length);
    // a button that is pressed is not pushed away by words that appear meanwhile
    expect(invalid()).to.deep.equal([0, 0]);
    await type(field(panel, 0, 'externalId'), '2');
    await type(field(panel, 1, 'name'), 'Borealis');
    expect(invalid()).to.deep.equal([4, 0]);
  });

  it('marks names that come twice', async () => {
    const { panel } = await readyPanel();
    await fill(panel, 0, 'Acme');
    await click(one(panel, '[part~="add-row"]'));
    await waitUntil(() => draftsIn(panel).length === 2, 'never added a row');
    expect(focusedIn(panel)?.endsWith('-name')).to.equal(true);
    await fill(panel, 1, 'ACME');
    await click(one(panel, '[part~="create"]'));
    await waitUntil(() => all(panel, '#summary li').length === 2, 'never said so');
    await click(all(panel, '[part~="remove"]')[1] ?? panel);
    await panel.updateComplete;
    expect(all(panel, '#summary')).to.have.length(0);
  });

  it('keeps iam, and says why', async () => {
    const { panel } = await readyPanel();
    const iam = one(panel, '[id$="-capability-0"]') as HTMLInputElement;
    await click(iam);
    expect(iam.checked).to.equal(true);
    expect(textOf(one(panel, `#${iam.getAttribute('aria-describedby')}`))).to.equal('Always included');
  });
});

describe('<add-customers>: when it does not go well', () => {
  it('sends once, however often the button is pressed', async () => {
    const { panel, provider } = await readyPanel();
    await fill(panel, 0, 'Acme');
    const button = one(panel, '[part~="create"]');
    await click(button);
    await click(button);
    await sendKeys({ press: 'Enter' });
    expect(provider.calls.filter(({ method }) => method === 'createCustomers')).to.have.length(1);
    expect(textOf(one(panel, '[role=status]'))).to.equal('Creating 1 customer…');
  });

  it('keeps who was refused, with the reason, and sends them again', async () => {
    const { panel, provider } = await readyPanel();
    await fill(panel, 0, 'Acme');
    await click(one(panel, '[part~="add-row"]'));
    await waitUntil(() => draftsIn(panel).length === 2, 'never added a row');
    await fill(panel, 1, 'Borealis');
    const call = await send(panel, provider);
    const [a, b] = draftsOf(call);
    call.resolve({
      outcomes: [
        { key: a?.key, id: '1' },
        { key: b?.key, error: { code: 'conflict', reason: 'name-taken' } },
      ],
    });
    await waitUntil(() => focusedIn(panel) === 'problem', 'never moved the focus to the outcome');
    expect(draftsIn(panel)).to.have.length(1);
    expect(textIn(panel)).to.include('1 customer was not created');
    expect(textOf(one(panel, '[part~="outcome"]'))).to.equal('Not created. Another customer has this name.');
    expect(field(panel, 0, 'name').getAttribute('aria-invalid')).to.equal('true');
    await type(field(panel, 0, 'name'), ' 2');
    expect(all(panel, '[part~="outcome"]')).to.have.length(0);
    const again = await send(panel, provider);
    expect(draftsOf(again).map(({ name }) => name)).to.have.length(1);
    expect(keyOf(again)).not.to.equal(keyOf(call));
  });

  it('says that the outcome is not known, and finds it out with the same key', async () => {
    const { panel, provider } = await readyPanel();
    const heard = listen(panel);
    await fill(panel, 0, 'Acme');
    const call = await send(panel, provider);
    call.reject(new ProviderError('timeout'));
    await inState(panel, 'in-doubt');
    await waitUntil(() => focusedIn(panel) === 'problem', 'never moved the focus to it');
    expect(textIn(panel)).to.include('It is not known whether these customers were created');
    expect(field(panel, 0, 'name').disabled).to.equal(true);
    await expect(panel).to.be.accessible();
    const again = provider.nextCall('createCustomers');
    await click(one(panel, '[part~="check"]'));
    const second = await again;
    expect([keyOf(second), draftsOf(second)]).to.deep.equal([keyOf(call), draftsOf(call)]);
    second.resolve({ outcomes: [{ key: draftsOf(call)[0]?.key, id: '7' }] });
    await inState(panel, 'ready');
    expect(typesOf(heard)).to.deep.equal(['provider-error', 'customers-created']);
  });

  it('stops where the permission has ended, and keeps what was typed', async () => {
    const { panel, provider } = await readyPanel();
    await fill(panel, 0, 'Acme');
    (await send(panel, provider)).reject(new ProviderError('forbidden'));
    await inState(panel, 'denied');
    expect(textIn(panel)).to.include('You do not have permission to add customers any more.');
    expect(field(panel, 0, 'name').value).to.equal('Acme');
    expect(field(panel, 0, 'name').disabled).to.equal(true);
    await click(one(panel, '#problem button'));
    (await provider.nextCall('describe')).resolve(description);
    await inState(panel, 'ready');
    expect(field(panel, 0, 'name').disabled).to.equal(false);
  });

  for (const [code, words] of [
    ['unauthenticated', 'Your session has ended.'],
    ['rate-limited', 'Too many requests'],
    ['invalid-input', 'This cannot be saved as it is.'],
  ] as const) {
    it(`says that nothing was created after ${code}, and can send again`, async () => {
      const { panel, provider } = await readyPanel();
      await fill(panel, 0, 'Acme');
      (await send(panel, provider)).reject(new ProviderError(code));
      await waitUntil(() => focusedIn(panel) === 'problem', 'never said so');
      expect(textOf(one(panel, '#problem'))).to.include(`Nothing was created. ${words}`);
      await send(panel, provider);
    });
  }

  it('asks before anything is lost', async () => {
    const { panel } = await readyPanel();
    const heard = listen(panel);
    expect([panel.hasUnsavedChanges, confirm()]).to.deep.equal([false, false]);
    await type(field(panel, 0, 'name'), 'Acme');
    expect([panel.hasUnsavedChanges, confirm()]).to.deep.equal([true, true]);
    await click(one(panel, '[part~="cancel"]'));
    await waitUntil(() => focusedIn(panel) === 'keep', 'never asked');
    await expect(panel).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focusedIn(panel) === 'cancel', 'never went on');
    expect(heard).to.have.length(0);
    await click(one(panel, '[part~="cancel"]'));
    await waitUntil(() => all(panel, 'button.danger').length === 1, 'never asked again');
    await click(one(panel, 'button.danger'));
    expect(typesOf(heard)).to.deep.equal(['panel-close']);
    panel.remove();
    expect(confirm()).to.equal(false);
  });

  it('leaves at once where nothing would be lost', async () => {
    const { panel } = await readyPanel();
    const heard = listen(panel);
    await click(one(panel, '[part~="cancel"]'));
    expect(typesOf(heard)).to.deep.equal(['panel-close']);
    expect(heard[0]?.cancelable).to.equal(true);
  });
});

describe('<add-customers>: from a file', () => {
  const header = 'Customer name;External ID;Owner first name;Owner last name;Owner e-mail;Capabilities';

  it('takes customers in, problems and formulas included, and sends them as they are', async () => {
    const { panel, provider } = await readyPanel();
    await choose(
      panel,
      `\ufeff${header}\r\n=1+1;00123;<b>Ada</b>;"By\r\nron";ada@acme.example;Cloud migration=2027-03-04\r\n`,
    );
    expect(draftsIn(panel)).to.have.length(1);
    expect(field(panel, 0, 'name').value).to.equal('=1+1');
    expect(textIn(panel)).to.include('1 customer taken in from the file.');
    expect(textOf(one(panel, '[part~="details"]'))).to.include('<b>Ada</b>');
    expect(all(panel, '[part~="details"] b')).to.have.length(0);
    const [draft] = draftsOf(await send(panel, provider));
    expect(draft).to.deep.include({ name: '=1+1', externalId: '00123' });
    expect(draft?.capabilities).to.deep.equal([{ capability: 'iam' }, { capability: 'fcm', expires: '2027-03-04' }]);
  });

  it('marks what cannot be sent beside its field', async () => {
    const { panel } = await readyPanel();
    await choose(panel, `${header}\nAcme;1;Ada;Byron;ada@acme.example;fcm=04.03.2027\nBorealis;2;;;;`);
    expect(all(panel, '#summary li').map(textOf)).to.include('Customer 1, Cloud migration: This is not a date.');
    await click(all(panel, '#summary .link')[0] ?? panel);
    await waitUntil(() => focusedIn(panel)?.endsWith('-expires') === true, 'never led to the date');
    expect(textOf(draftsIn(panel)[1]?.querySelector('[part~="details"]') ?? panel)).to.include('3 problems');
    await expect(panel).to.be.accessible();
  });

  it('asks what to do with more than there is room for', async () => {
    const { panel } = await readyPanel();
    await type(field(panel, 0, 'name'), 'First');
    const names = Array.from({ length: 150 }, (_, index) => `C${index}`);
    await choose(panel, ['Customer name', ...names].join('\n'));
    expect(textIn(panel)).to.include('There are 150 customers in this file, and there is room for 99 more.');
    expect(draftsIn(panel)).to.have.length(1);
    await click(one(panel, '#csv-notice button'));
    await panel.updateComplete;
    expect(draftsIn(panel)).to.have.length(100);
    expect((one(panel, '[part~="add-row"]') as HTMLButtonElement).disabled).to.equal(true);
  });

  it('says why a file is of no use', async () => {
    const { panel } = await readyPanel();
    for (const [content, words] of [
      [new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'This is not a CSV file.'],
      ['Acme;1', 'does not name the columns'],
      ['', 'no customers in this file'],
      ['Customer name\n"Acme', 'quotation marks in row 2'],
      [new Uint8Array(10 * 1024 * 1024 + 1), 'larger than 10 MB'],
    ] as const) {
      await choose(panel, content);
      expect(textOf(one(panel, '#csv-notice'))).to.include(words);
    }
    expect(panel.hasUnsavedChanges).to.equal(false);
  });

  it('hands out a template that it reads again', async () => {
    const { panel } = await readyPanel();
    const saved = new Promise<File>((resolve) => {
      // what a link would save is taken where it is clicked: the address is given back right after
      const take = (event: MouseEvent) => {
        const [link] = event.composedPath();
        event.preventDefault();
        if (link instanceof HTMLAnchorElement)
          resolve(fetch(link.href).then(async (reply) => new File([await reply.blob()], link.download)));
      };
      const { click: original } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        HTMLAnchorElement.prototype.click = original;
        this.addEventListener('click', take);
        original.call(this);
      };
    });
    await click(one(panel, '[part~="template"]'));
    const file = await saved;
    expect(file.name).to.equal('customers-template.csv');
    await choose(panel, await file.arrayBuffer());
    expect(field(panel, 0, 'name').value).to.equal('Example Corporation');
    expect(textOf(one(panel, '[part~="details"]'))).to.include('Jane Doe iam and Cloud migration');
    expect(all(panel, '#summary')).to.have.length(0);
  });

  it('stays quick with a hundred customers', async () => {
    const { panel } = await readyPanel();
    const rows = Array.from({ length: 100 }, (_, index) => `C${index};${index};Ada;Byron;ada@acme.example;fcm`);
    await choose(panel, [header, ...rows].join('\n'));
    expect(draftsIn(panel)).to.have.length(100);
    const input = field(panel, 50, 'name');
    input.focus();
    const times: number[] = [];
    for (let stroke = 0; stroke < 20; stroke += 1) {
      input.value += 'x';
      const start = performance.now();
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await panel.updateComplete;
      times.push(performance.now() - start);
    }
    const median = times.sort((a, b) => a - b)[10] ?? Infinity;
    expect(median, `a keystroke took ${median} ms`).to.be.below(50);
  });
});

describe('<add-customers> and what is around it', () => {
  it('speaks the nearest language', async () => {
    const { panel } = await readyPanel();
    panel.lang = 'de';
    await waitUntil(() => textOf(one(panel, '#heading')) === 'Kunden hinzufügen', 'never spoke German');
    await choose(panel, 'Kundenname;Besitzer Vorname\nAcme;Ada');
    expect(field(panel, 0, 'name').value).to.equal('Acme');
    expect(textIn(panel)).to.include('1 Kunde aus der Datei übernommen.');
  });

  it('keeps what was typed through a move in the page', async () => {
    const { panel } = await readyPanel();
    await type(field(panel, 0, 'name'), 'Acme');
    document.body.append(panel);
    await panel.updateComplete;
    expect(field(panel, 0, 'name').value).to.equal('Acme');
    panel.remove();
  });
});
