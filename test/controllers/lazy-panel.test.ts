import { expect, fixture, html } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LazyPanel } from '../../src/controllers/lazy-panel.js';

class Panel extends HTMLElement {
  shows = '';
}
customElements.define('lazy-panel-of-test', Panel);

/** As much of a host as a panel needs, leaving the page on demand. */
class Host implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  readonly #controllers: ReactiveController[] = [];
  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }
  removeController(): void {}
  requestUpdate(): void {}
  leave(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
}

async function setUp(load: (() => Promise<new () => Panel>) | undefined) {
  const host = new Host();
  const container = await fixture<HTMLElement>(html`<div></div>`);
  const created: Panel[] = [];
  const errors: unknown[] = [];
  const panel = new LazyPanel<Panel>(host, {
    load: () => load,
    container: () => container,
    onCreate: (one) => created.push(one),
    onError: (error) => errors.push(error),
  });
  return { host, container, created, errors, panel };
}

/** A file that comes when a test lets it. */
function file() {
  let resolve: (panel: new () => Panel) => void = () => undefined;
  const promise = new Promise<new () => Panel>((come) => (resolve = come));
  return { promise, resolve };
}

const show = (text: string) => (panel: Panel) => {
  panel.shows = text;
};

describe('LazyPanel', () => {
  it('loads nothing before it is opened, and makes one panel', async () => {
    let loads = 0;
    const { container, created, panel } = await setUp(() => {
      loads += 1;
      return Promise.resolve(Panel);
    });
    expect([loads, panel.panel, panel.isOffered]).to.deep.equal([0, undefined, true]);
    await panel.open(show('a'));
    await panel.open(show('b'));
    expect([loads, created.length, container.childElementCount]).to.deep.equal([1, 1, 1]);
    expect(panel.panel?.shows).to.equal('b');
  });

  it('shows the last wish where several were made while it loaded', async () => {
    const loaded = file();
    const { created, panel } = await setUp(() => loaded.promise);
    const shown: string[] = [];
    const wishes = ['a', 'b', 'c'].map((text) => panel.open(() => shown.push(text)));
    loaded.resolve(Panel);
    await Promise.all(wishes);
    expect(shown).to.deep.equal(['c']);
    expect(created).to.have.length(1);
  });

  it('opens nothing once its host has left', async () => {
    const loaded = file();
    const { host, container, errors, panel } = await setUp(() => loaded.promise);
    const wish = panel.open(show('a'));
    host.leave();
    loaded.resolve(Panel);
    await wish;
    expect([container.childElementCount, errors.length]).to.deep.equal([0, 0]);
  });

  it('reports a file that does not come, and tries again when asked again', async () => {
    const answers = [() => Promise.reject(new Error('no file')), () => Promise.resolve(Panel)];
    const { container, errors, panel } = await setUp(() => answers.shift()?.() ?? Promise.resolve(Panel));
    await panel.open(show('a'));
    expect(errors.map(String)).to.deep.equal(['Error: no file']);
    await panel.open(show('b'));
    expect(container.childElementCount).to.equal(1);
    expect(panel.panel?.shows).to.equal('b');
  });

  it('does nothing where the page has no such panel', async () => {
    const { container, errors, panel } = await setUp(undefined);
    await panel.open(show('a'));
    expect([panel.isOffered, container.childElementCount, errors.length]).to.deep.equal([false, 0, 0]);
  });
});
