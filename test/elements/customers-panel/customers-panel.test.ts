import { expect, fixtureSync, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/customers-panel.js';
import '../../../src/define/edit-customer.js';
import type { CustomersPanel } from '../../../src/elements/customers-panel/customers-panel.element.js';
import type { EditCustomer } from '../../../src/elements/edit-customer/edit-customer.element.js';
import { acorn, VersionedCustomer } from '../../controllers/versioned-customer.js';

interface OpenPanel {
  readonly opener: HTMLElement;
  readonly panel: CustomersPanel;
  readonly edit: EditCustomer;
}

/** A form in a panel that was opened from a button. */
async function openPanel(): Promise<OpenPanel> {
  const box = fixtureSync<HTMLElement>(
    html`<div>
      <button>Edit</button>
      <customers-panel heading="Acorn">
        <edit-customer customer-id="42" .provider=${new VersionedCustomer(acorn)}></edit-customer>
      </customers-panel>
    </div>`,
  );
  const [opener, panel, edit] = [
    box.querySelector('button'),
    box.querySelector('customers-panel'),
    box.querySelector('edit-customer'),
  ];
  if (!opener || !panel || !edit) throw new Error('the panel is not there');
  opener.focus();
  panel.show();
  await waitUntil(() => panel.shadowRoot?.querySelector('dialog')?.open, 'never opened');
  await waitUntil(() => edit.matches(':state(editing)'), 'never came to be editing');
  return { opener, panel, edit };
}

describe('<customers-panel>', () => {
  it('takes the focus to its heading, keeps it by Tab, and gives it back on Escape', async () => {
    const { opener, panel, edit } = await openPanel();
    expect(panel.shadowRoot?.activeElement?.id).to.equal('heading');
    for (let step = 0; step < 30; step += 1) {
      await sendKeys({ press: 'Tab' });
      const { activeElement } = document;
      // the browser's own controls may have their turn
      expect([panel, edit, document.body]).to.include(activeElement);
    }
    await expect(panel).to.be.accessible();
    setTimeout(() => void sendKeys({ press: 'Escape' }));
    await oneEvent(panel, 'panel-closed');
    expect([panel.open, document.activeElement]).to.deep.equal([false, opener]);
  });

  it('closes by Enter on its button', async () => {
    const { opener, panel } = await openPanel();
    panel.shadowRoot?.querySelector<HTMLElement>('[part=close]')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !panel.open && document.activeElement === opener, 'never closed');
  });

  it('asks by Escape before something typed is lost, and stays', async () => {
    const { panel, edit } = await openPanel();
    edit.renderRoot.querySelector<HTMLInputElement>('#edit-name')?.focus();
    await sendKeys({ type: 's' });
    await waitUntil(() => edit.hasUnsavedChanges, 'nothing was typed');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => edit.shadowRoot?.activeElement?.closest('#leaving'), 'never asked');
    expect([panel.open, panel.shadowRoot?.querySelector('dialog')?.open]).to.deep.equal([true, true]);
  });
});
