import { expect, fixture, html as page } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { FocusKeeper } from '../../src/controllers/focus-keeper.js';

/** A field that is always there, and a button in a group of which each may go. */
class KeeperHost extends LitElement {
  @property({ type: Boolean }) hasButton = true;
  @property({ type: Boolean }) isHidden = false;
  @property({ type: Boolean }) hasField = true;
  readonly keeper = new FocusKeeper(this, () => this.renderRoot.querySelector('input'));

  protected override render(): TemplateResult {
    return html`${this.hasField ? html`<input aria-label="always there" />` : nothing}
      <p ?hidden=${this.isHidden}>${this.hasButton ? html`<button>may go</button>` : nothing}</p>
      <a href="#elsewhere">stays</a>`;
  }
}
customElements.define('focus-keeper-host', KeeperHost);

describe('FocusKeeper', () => {
  let host: KeeperHost;
  let outside: HTMLElement;

  beforeEach(async () => {
    const box = await fixture<HTMLElement>(
      page`<div><focus-keeper-host></focus-keeper-host><button>outside</button></div>`,
    );
    host = box.querySelector<KeeperHost>('focus-keeper-host') ?? expect.fail('no host');
    outside = box.querySelector('button') ?? expect.fail('no button');
  });

  /** Goes there with the Tab key, from the beginning of the host. */
  async function tabTo(selector: string): Promise<void> {
    host.renderRoot.querySelector('input')?.focus();
    for (let keys = 0; keys < 2 && focusedTag() !== selector; keys += 1) await sendKeys({ press: 'Tab' });
    expect(focusedTag(), 'the way there').to.equal(selector);
  }

  const focusedTag = (): string | undefined => host.shadowRoot?.activeElement?.localName;

  it('gives the focus to what is always there when an update takes away what had it', async () => {
    await tabTo('button');
    host.hasButton = false;
    await host.updateComplete;
    expect(focusedTag()).to.equal('input');
  });

  it('does so when an update hides what had it', async () => {
    await tabTo('button');
    host.isHidden = true;
    await host.updateComplete;
    expect(focusedTag()).to.equal('input');
  });

  it('leaves the focus where it is as long as that stands', async () => {
    await tabTo('a');
    host.hasButton = false;
    host.isHidden = true;
    await host.updateComplete;
    expect(focusedTag()).to.equal('a');
  });

  it('takes no focus that was not in the host', async () => {
    outside.focus();
    host.hasButton = false;
    await host.updateComplete;
    expect(document.activeElement).to.equal(outside);
    outside.blur();
    host.hasButton = true;
    await host.updateComplete;
    expect(document.activeElement).to.equal(document.body);
  });

  it('takes no focus back that the update has given to the page', async () => {
    await tabTo('button');
    host.addController({ hostUpdate: () => outside.focus() });
    host.hasButton = false;
    await host.updateComplete;
    expect(document.activeElement).to.equal(outside);
  });

  it('does not mind that nothing is always there', async () => {
    await tabTo('button');
    host.hasField = host.hasButton = false;
    await host.updateComplete;
    expect(document.activeElement).to.equal(document.body);
  });

  it('gives the focus when it is told to', () => {
    host.keeper.give();
    expect(focusedTag()).to.equal('input');
  });
});
