import { expect, fixtureSync, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { UnloadGuard } from '../../src/controllers/unload-guard.js';

class GuardedElement extends LitElement {
  hasUnsavedChanges = false;

  constructor() {
    super();
    new UnloadGuard(this, () => this.hasUnsavedChanges);
  }
}
customElements.define('guarded-element', GuardedElement);

/** Whether the browser would ask before the page is left. */
const asks = (view: Window = window) => !view.dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('UnloadGuard', () => {
  it('asks while there is something to be lost, and the host is in the page', async () => {
    const element = new GuardedElement();
    fixtureSync<HTMLElement>(html`<div></div>`).append(element);
    const guarded = async (hasUnsavedChanges: boolean) => {
      element.hasUnsavedChanges = hasUnsavedChanges;
      element.requestUpdate();
      await element.updateComplete;
      return asks();
    };
    expect(await guarded(false)).to.equal(false);
    expect(await guarded(true)).to.equal(true);
    expect(await guarded(false)).to.equal(false);
    expect(await guarded(true)).to.equal(true);
    element.remove();
    expect(asks()).to.equal(false);
    document.body.append(element);
    expect(asks()).to.equal(true);
    const frame = fixtureSync<HTMLIFrameElement>(html`<iframe title="another page"></iframe>`);
    frame.contentDocument?.body.append(element);
    expect(asks()).to.equal(false);
    expect(frame.contentWindow && asks(frame.contentWindow)).to.equal(true);
    element.remove();
  });
});
