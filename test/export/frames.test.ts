import { expect, waitUntil } from '@open-wc/testing';
import type { CustomersOverview } from '../../src/elements/customers-overview/customers-overview.element.js';
import { MemoryProvider } from '../../src/providers/memory/memory-provider.js';
import { isChromium } from '../browser.js';
import { inState, overview, samples } from '../elements/customers-overview/fixtures.js';
import { saved } from '../elements/customers-overview/saved-files.js';

const count = 100_000;
/** Milliseconds between two frames: twice what an export is held to alone, as other tests take their share here. */
const longestGap = 200;

/** The times between frames, in milliseconds, while something is going on. */
async function gapsDuring(work: () => Promise<unknown>): Promise<readonly number[]> {
  const gaps: number[] = [];
  let isOver = false;
  let last = performance.now();
  const look = (): void => {
    const now = performance.now();
    gaps.push(now - last);
    last = now;
    if (!isOver) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  await work();
  await new Promise(requestAnimationFrame);
  isOver = true;
  return gaps;
}

const second = () => new Promise((resume) => setTimeout(resume, 1000));

/** Has the whole list exported, as a viewer does, and waits for its file. */
async function exported(element: CustomersOverview, format: string): Promise<File> {
  const press = (selector: string) => element.renderRoot.querySelector<HTMLElement>(selector)?.click();
  press('[part=export]');
  await element.updateComplete;
  const choices = [...element.renderRoot.querySelectorAll<HTMLLabelElement>('dialog.export .choice')];
  choices.find((label) => label.textContent.includes(format))?.click();
  await element.updateComplete;
  press('dialog.export [type=submit]');
  await waitUntil(() => saved.length > 0, `no ${format}`, { timeout: 60_000 });
  const [file] = saved;
  if (file === undefined) throw new Error('no file');
  return file;
}

for (const format of ['CSV', 'XLSX']) {
  it(`the page goes on while ${count.toLocaleString('en')} customers become ${format}`, async function () {
    // what it takes is measured, and the other engines are measured nowhere
    if (!isChromium) this.skip();
    const element = await overview(new MemoryProvider(samples(count)));
    await inState(element, 'ready');
    await waitUntil(() => element.renderRoot.querySelector('[part=export]'), 'no export', { timeout: 10_000 });
    const idle = Math.max(...(await gapsDuring(second)));
    const gaps = await gapsDuring(() => exported(element, format));
    element.remove();
    // a busy machine leaves out frames of an idle page as well
    expect(Math.max(...gaps)).to.be.below(Math.max(longestGap, 3 * idle));
  }).timeout(120_000);
}
