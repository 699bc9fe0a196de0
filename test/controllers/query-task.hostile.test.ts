import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { QueryTask } from '../../src/controllers/query-task.js';

/** What a provider answers a question with; in plain JavaScript it need not be a promise. */
type Answer = (signal: AbortSignal) => Promise<string>;

class HostileHost extends LitElement {
  @property({ attribute: false }) answer?: Answer;
  readonly task = new QueryTask<readonly [Answer | undefined], string>(this, {
    args: () => [this.answer],
    isReady: ([answer]) => answer !== undefined,
    run: ([answer], signal) => answer?.(signal) ?? Promise.reject(new Error('asked although not ready')),
  });

  override render() {
    return `${this.task.status} ${this.task.value ?? '-'}`;
  }
}
customElements.define('hostile-host', HostileHost);

/** A rejection that nobody handles is reported after the task that it happened in, so two frames are let pass. */
const twoFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

async function shown(host: HostileHost): Promise<string> {
  await twoFrames();
  await host.updateComplete;
  return host.renderRoot.textContent;
}

async function hostWith(answer: Answer): Promise<HostileHost> {
  return fixture(html`<hostile-host .answer=${answer}></hostile-host>`);
}

describe('a question to a provider that', () => {
  const uncaught: unknown[] = [];
  const note = (event: Event) => uncaught.push(event);

  beforeEach(() => {
    uncaught.length = 0;
    addEventListener('unhandledrejection', note);
    addEventListener('error', note);
  });

  afterEach(async () => {
    await twoFrames();
    removeEventListener('unhandledrejection', note);
    removeEventListener('error', note);
    expect(uncaught).to.deep.equal([]);
  });

  it('throws at once has failed', async () => {
    const error = new Error('at once');
    const host = await hostWith(() => {
      throw error;
    });
    expect(await shown(host)).to.equal('failed -');
    expect(host.task.error).to.equal(error);
  });

  it('rejects with nothing has failed', async () => {
    const host = await hostWith(() => Promise.reject());
    expect(await shown(host)).to.equal('failed -');
    expect(host.task.error).to.equal(undefined);
  });

  it('answers without a promise is answered', async () => {
    // a provider in plain JavaScript
    const host = await hostWith((() => 'bare') as unknown as Answer);
    expect(await shown(host)).to.equal('ready bare');
  });

  it('settles twice has settled once', async () => {
    const thenable = {
      then(resolve: (value: string) => void, reject: (reason: unknown) => void) {
        resolve('once');
        reject(new Error('twice'));
        resolve('thrice');
      },
    };
    // a promise as a provider in plain JavaScript may make it
    const host = await hostWith((() => thenable) as unknown as Answer);
    expect(await shown(host)).to.equal('ready once');
  });

  it('never settles stays pending, and lets the next question through', async () => {
    const never: Answer = () => new Promise(() => undefined);
    const host = await hostWith(never);
    expect(await shown(host)).to.equal('pending -');
    host.answer = async () => 'next';
    expect(await shown(host)).to.equal('ready next');
  });

  it('fails once it was aborted has no say any more', async () => {
    const failsOnAbort: Answer = (signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    const host = await hostWith(failsOnAbort);
    host.answer = async () => 'next';
    expect(await shown(host)).to.equal('ready next');
    host.answer = failsOnAbort;
    await host.updateComplete;
    host.remove();
    expect(await shown(host)).to.equal('pending -');
  });

  it('is asked nothing outside the page, not even again', async () => {
    let asked = 0;
    const counting: Answer = async () => `answer ${++asked}`;
    const host = await hostWith(counting);
    const parent = host.parentElement;
    await shown(host);
    host.remove();
    host.task.retry();
    await shown(host);
    expect(asked).to.equal(1);
    parent?.append(host);
    expect(await shown(host)).to.equal('ready answer 2');
  });
});
