import { expect, fixtureSync, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { controls } from '../../src/styles/controls.js';
import { tokens } from '../../src/styles/tokens.js';
import { contrast } from './contrast.js';

class TokensHost extends LitElement {
  static override styles = [tokens, controls];

  override render() {
    return html`<p></p>`;
  }
}
customElements.define('tokens-host', TokensHost);

/** A paragraph in the shadow of an element with the tokens, in a page with these styles. */
async function paragraphIn(style: string): Promise<HTMLElement> {
  const box = fixtureSync<HTMLElement>(html`<div></div>`);
  box.style.cssText = style;
  const host = box.appendChild(new TokensHost());
  await host.updateComplete;
  const paragraph = host.renderRoot.querySelector('p');
  if (paragraph === null) throw new Error('nothing was rendered');
  return paragraph;
}

const textSurfaces = ['surface', 'surface-raised', 'hover'];

/** Text that stands on a surface: at least 4.5. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['text', [...textSurfaces, 'danger-surface', 'warning-surface']],
  ['muted', textSurfaces],
  ['accent', textSurfaces],
  ['accent-contrast', ['accent']],
  ['danger', [...textSurfaces, 'danger-surface']],
  ['warning', [...textSurfaces, 'warning-surface']],
];

/** What stands for text that is not there yet: at least 1.4. */
const placeholders: readonly (readonly [string, readonly string[]])[] = [['skeleton', ['surface', 'hover']]];

/** Lines and signs that carry meaning: at least 3. */
const signs: readonly (readonly [string, readonly string[]])[] = [
  ['border-strong', textSurfaces],
  ['focus', textSurfaces],
];

describe('tokens', () => {
  for (const scheme of ['light', 'dark']) {
    it(`have enough contrast in a ${scheme} page`, async () => {
      const paragraph = await paragraphIn(`color-scheme: ${scheme}`);
      const colorOf = (token: string) => {
        paragraph.style.color = `var(--_${token})`;
        return getComputedStyle(paragraph).color;
      };
      for (const [pairs, least] of [
        [texts, 4.5],
        [signs, 3],
        [placeholders, 1.4],
      ] as const) {
        for (const [front, backs] of pairs) {
          for (const back of backs) {
            const ratio = contrast(colorOf(front), colorOf(back));
            expect(ratio, `${front} on ${back}: ${ratio.toFixed(2)}`).to.be.at.least(least);
          }
        }
      }
    });
  }

  it('are another set in a dark page', async () => {
    const surfaceIn = async (scheme: string) => {
      const paragraph = await paragraphIn(`color-scheme: ${scheme}`);
      paragraph.style.background = 'var(--_surface)';
      return getComputedStyle(paragraph).backgroundColor;
    };
    const [light, dark] = [await surfaceIn('light'), await surfaceIn('dark')];
    expect(light).to.equal('rgb(255, 255, 255)');
    expect(dark).not.to.equal(light);
  });

  it('let the page set each of them from anywhere above', async () => {
    const names = [...tokens.cssText.matchAll(/(--_[a-z-]+): var\((--customers-[a-z-]+),/g)];
    expect(names).to.have.length(22);
    for (const [, inner = '', outer = ''] of names) {
      expect(`--customers-${inner.slice(3)}`).to.equal(outer);
      const paragraph = await paragraphIn(`${outer}: 12px`);
      expect(getComputedStyle(paragraph).getPropertyValue(inner), outer).to.equal('12px');
    }
  });

  it('inherit the page’s font, until it gives another', async () => {
    expect(getComputedStyle(await paragraphIn('font-family: Georgia')).fontFamily).to.equal('Georgia');
    expect(getComputedStyle(await paragraphIn('font-family: Georgia; --customers-font: Verdana')).fontFamily).to.equal(
      'Verdana',
    );
  });
});
