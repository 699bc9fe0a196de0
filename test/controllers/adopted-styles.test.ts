import { expect, fixtureSync, html } from '@open-wc/testing';
import { css, LitElement } from 'lit';
import { AdoptedStyles } from '../../src/controllers/adopted-styles.js';

class AdoptedHost extends LitElement {
  static override styles = [
    css`
      :host {
        display: block;
      }
    `,
    css`
      p {
        color: rgb(1, 2, 3);
      }
    `,
  ];

  readonly adoptedStyles = new AdoptedStyles(this);

  adoptedCallback(): void {
    this.adoptedStyles.hostAdopted();
  }

  override render() {
    return html`<p>text</p>`;
  }
}
customElements.define('adopted-host', AdoptedHost);

const create = () => new AdoptedHost();

function frameDocument(): Document {
  const frame = fixtureSync<HTMLIFrameElement>(html`<iframe title="another document"></iframe>`);
  if (frame.contentDocument === null) throw new Error('the frame has no document');
  return frame.contentDocument;
}

/** Whether both sheets take effect. */
function isStyled(host: AdoptedHost): boolean {
  const paragraph = host.shadowRoot?.querySelector('p');
  const view = host.ownerDocument.defaultView;
  if (!paragraph || !view) return false;
  return view.getComputedStyle(paragraph).color === 'rgb(1, 2, 3)' && view.getComputedStyle(host).display === 'block';
}

describe('AdoptedStyles', () => {
  it('keeps the styles of an element that moves into another document and back', async () => {
    const host = document.body.appendChild(create());
    await host.updateComplete;
    expect(isStyled(host)).to.be.true;
    const other = frameDocument();
    other.body.append(host);
    expect(isStyled(host)).to.be.true;
    document.body.append(host);
    expect(isStyled(host)).to.be.true;
    host.remove();
  });

  it('gives them to an element that is made here and first shown there', async () => {
    const host = create();
    frameDocument().body.append(host);
    await host.updateComplete;
    expect(isStyled(host)).to.be.true;
  });

  it('keeps a sheet that came with a later part, in either document', async () => {
    const host = document.body.appendChild(create());
    await host.updateComplete;
    const later = css`
      p {
        color: rgb(4, 5, 6);
      }
    `;
    host.adoptedStyles.add(later);
    const colour = () => {
      const paragraph = host.shadowRoot?.querySelector('p') ?? expect.fail('not rendered');
      return paragraph.ownerDocument.defaultView?.getComputedStyle(paragraph).color;
    };
    expect(colour()).to.equal('rgb(4, 5, 6)');
    frameDocument().body.append(host);
    expect(colour()).to.equal('rgb(4, 5, 6)');
    document.body.append(host);
    expect(colour()).to.equal('rgb(4, 5, 6)');
    host.remove();
  });

  it('shares the sheets among the elements of a document', async () => {
    const hosts = [create(), create()];
    frameDocument().body.append(...hosts);
    await Promise.all(hosts.map((host) => host.updateComplete));
    const [first, second] = hosts.map((host) => host.shadowRoot?.adoptedStyleSheets);
    expect(first).to.have.length(2);
    expect(second).to.deep.equal(first);
  });

  it('waits where a document is never drawn, and is right again afterwards', async () => {
    const host = document.body.appendChild(create());
    await host.updateComplete;
    document.implementation.createHTMLDocument().body.append(host);
    expect(host.isConnected).to.be.true;
    document.body.append(host);
    expect(isStyled(host)).to.be.true;
    host.remove();
  });
});
