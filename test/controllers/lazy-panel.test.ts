import { expect, fixture, html } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LazyPanel } from '../../src/controllers/lazy-panel.js';

class Panel extends HTMLElement {
  shows = '';
}
customElements.define('lazy-panel-of-test', Panel);

/** As much of a host as a panel needs, updating and leaving the page on demand. */
class Host implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  readonly #controllers: ReactiveController[] = [];
  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }
  removeController(): void {}
  updates = 0;
  requestUpdate(): void {
    this.updates += 1;
  }
  update(): void {
    for (const controller of this.#controllers) controller.hostUpdated?.();
  }
  leave(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
}

async function setUp(load: (() => Promise<new () => Panel>) | undefined) {
  const host = new Host();
  const container = await fixture<HTMLElement>(html`<div></div>`);
  const created: Panel[] = [];
  const errors: unknown[] = [];
  const updated: Panel[] = [];
  const panel = new LazyPanel<Panel>(host, {
    load: () => load,
    container: () => container,
    onCreate: (one) => created.push(one),
    onUpdate: (one) => updated.push(one),
    onError: (error) => errors.push(error),
  });
  return { host, container, created, updated, errors, panel };
}

/** A file that comes, or does not, when a test lets it. */
function file() {
  let resolve: (panel: new () => Panel) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<new () => Panel>((come, fail) => ([resolve, reject] = [come, fail]));
  return { promise, resolve, reject };
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
    expect([loads, created.length]).to.deep.equal([0, 0]);
    await panel.open(show('a'));
    await panel.open(show('b'));
    expect([loads, created.length, container.childElementCount]).to.deep.equal([1, 1, 1]);
    expect(created[0]?.shows).to.equal('b');
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

  it('reports a file that does not come, once, and asks for it anew with the next wish', async () => {
    const answers = [() => Promise.reject(new Error('no file')), () => Promise.resolve(Panel)];
    const { host, container, created, errors, panel } = await setUp(
      () => answers.shift()?.() ?? Promise.reject(new Error('asked too often')),
    );
    await panel.open(show('a'));
    expect(errors.map(String)).to.deep.equal(['Error: no file']);
    expect([panel.hasFailed, host.updates]).to.deep.equal([true, 1]);
    await panel.open(show('b'));
    expect([panel.hasFailed, host.updates]).to.deep.equal([false, 2]);
    expect([container.childElementCount, errors.length]).to.deep.equal([1, 1]);
    expect(created[0]?.shows).to.equal('b');
  });

  it('grants the wish that failed when it is tried again, and none without a failure', async () => {
    const answers = [() => Promise.reject(new Error('no file')), () => Promise.reject(new Error('still none'))];
    const { created, errors, panel } = await setUp(() => answers.shift()?.() ?? Promise.resolve(Panel));
    await panel.retry();
    expect(errors).to.deep.equal([]);
    await panel.open(show('a'));
    await panel.retry();
    expect([panel.hasFailed, errors.length]).to.deep.equal([true, 2]);
    await panel.retry();
    expect(panel.hasFailed).to.equal(false);
    expect(created.map(({ shows }) => shows)).to.deep.equal(['a']);
  });

  it('reports a class that makes no panel, and leaves nothing half made behind', async () => {
    class Broken extends Panel {}
    const { container, errors, panel } = await setUp(() => Promise.resolve(Broken));
    await panel.open(show('a'));
    expect([panel.hasFailed, container.childElementCount]).to.deep.equal([true, 0]);
    expect(errors[0]).to.be.instanceOf(TypeError);
  });

  it('says nothing of a failure once its host has left', async () => {
    const loaded = file();
    const { host, errors, panel } = await setUp(() => loaded.promise);
    const wish = panel.open(show('a'));
    host.leave();
    loaded.reject(new Error('no file'));
    await wish;
    expect([panel.hasFailed, errors.length]).to.deep.equal([false, 0]);
  });

  it('says nothing of a failure that another wish has overtaken', async () => {
    const first = file();
    const loads = [first.promise, Promise.resolve(Panel)];
    const { errors, panel } = await setUp(() => loads.shift() ?? Promise.resolve(Panel));
    const overtaken = panel.open(show('a'));
    await panel.open(show('b'));
    first.reject(new Error('no file'));
    await overtaken;
    expect([panel.hasFailed, errors.length]).to.deep.equal([false, 0]);
  });

  it('hands the panel what its element has, before it opens and after each update from then on', async () => {
    const { host, created, updated, panel } = await setUp(() => Promise.resolve(Panel));
    host.update();
    expect(updated).to.deep.equal([]);
    let before = -1;
    await panel.open(() => (before = updated.length));
    expect([before, updated.length]).to.deep.equal([1, 1]);
    host.update();
    host.update();
    expect(updated).to.deep.equal([created[0], created[0], created[0]]);
  });

  it('does nothing where the page has no such panel', async () => {
    const { container, errors, panel } = await setUp(undefined);
    await panel.open(show('a'));
    expect([panel.hasFailed, container.childElementCount, errors.length]).to.deep.equal([false, 0, 0]);
  });
});
