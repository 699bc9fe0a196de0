import { expect, fixtureSync, html, nextFrame } from '@open-wc/testing';
import { LitElement } from 'lit';
import { QueryTask } from '../../src/controllers/query-task.js';

/** A question as the test sees it. */
interface Asked {
  readonly args: readonly [id: string, locale: string];
  readonly signal: AbortSignal;
  readonly resolve: (value: string) => void;
  readonly reject: (reason: unknown) => void;
}

class QueryTaskHost extends LitElement {
  identifier = '1';
  locale = 'en';
  readonly asked: Asked[] = [];
  readonly task = new QueryTask<readonly [string, string], string>(this, {
    args: () => [this.identifier, this.locale],
    isReady: ([identifier]) => identifier !== '',
    sameSubject: ([before], [after]) => before === after,
    run: (args, signal) =>
      new Promise<string>((resolve, reject) => {
        this.asked.push({ args, signal, resolve, reject });
      }),
  });

  ask(identifier: string, locale = 'en'): Promise<boolean> {
    Object.assign(this, { identifier, locale });
    this.requestUpdate();
    return this.updateComplete;
  }

  at(index: number): Asked {
    const asked = this.asked[index];
    if (!asked) throw new Error(`question ${index} was never asked`);
    return asked;
  }

  /** Lets what was answered arrive, and be rendered. */
  async settled(): Promise<void> {
    await nextFrame();
    await this.updateComplete;
  }
}
customElements.define('query-task-host', QueryTaskHost);

async function host(): Promise<QueryTaskHost> {
  const element = fixtureSync<QueryTaskHost>(html`<query-task-host></query-task-host>`);
  await element.updateComplete;
  return element;
}

const shown = ({ task }: QueryTaskHost) => [task.status, task.value, task.error];

describe('a query task', () => {
  it('asks once for one question, however often the host renders', async () => {
    const element = await host();
    expect(shown(element)).to.deep.equal(['pending', undefined, undefined]);
    await element.ask('1');
    await element.ask('1');
    expect(element.asked).to.have.length(1);
    element.at(0).resolve('one');
    await element.settled();
    expect(shown(element)).to.deep.equal(['ready', 'one', undefined]);
    await element.ask('1');
    expect(element.asked).to.have.length(1);
  });

  it('takes the last intent, also when the answers come in the wrong order and the abort is ignored', async () => {
    const element = await host();
    await element.ask('2');
    expect([element.at(0).signal.aborted, element.at(1).signal.aborted]).to.deep.equal([true, false]);
    element.at(1).resolve('two');
    await element.settled();
    element.at(0).resolve('one');
    await element.settled();
    expect(shown(element)).to.deep.equal(['ready', 'two', undefined]);
  });

  it('waits for the last intent where the first one answers first', async () => {
    const element = await host();
    await element.ask('2');
    element.at(0).reject(new Error('late'));
    await element.settled();
    expect(shown(element)).to.deep.equal(['pending', undefined, undefined]);
    element.at(1).resolve('two');
    await element.settled();
    expect(element.task.value).to.equal('two');
  });

  it('shows no answer about another subject', async () => {
    const element = await host();
    element.at(0).resolve('one');
    await element.settled();
    await element.ask('2');
    expect(shown(element)).to.deep.equal(['pending', undefined, undefined]);
    // not even when the subject comes back: what is known of it is old
    await element.ask('1');
    expect(element.task.value).to.equal(undefined);
  });

  it('keeps an answer about the same subject while it is asked again, and through a failure', async () => {
    const element = await host();
    element.at(0).resolve('one');
    await element.settled();
    await element.ask('1', 'de');
    expect(shown(element)).to.deep.equal(['refreshing', 'one', undefined]);
    const failure = new Error('gone');
    element.at(1).reject(failure);
    await element.settled();
    expect(shown(element)).to.deep.equal(['failed', 'one', failure]);
  });

  for (const code of ['forbidden', 'unauthenticated'])
    it(`keeps no answer that is refused as ${code} when it is asked again`, async () => {
      const element = await host();
      element.at(0).resolve('one');
      await element.settled();
      await element.ask('1', 'de');
      element.at(1).reject({ code });
      await element.settled();
      expect(shown(element)).to.deep.equal(['failed', undefined, { code }]);
      element.task.retry();
      expect(element.task.status).to.equal('pending');
    });

  it('asks again on retry, and forgets the error meanwhile', async () => {
    const element = await host();
    element.at(0).reject(undefined);
    await element.settled();
    expect(shown(element)).to.deep.equal(['failed', undefined, undefined]);
    element.task.retry();
    expect(element.task.status).to.equal('pending');
    await element.updateComplete;
    element.at(1).resolve('one');
    await element.settled();
    expect(shown(element)).to.deep.equal(['ready', 'one', undefined]);
  });

  it('asks nothing while there is nothing to ask, and drops what was under way', async () => {
    const element = await host();
    await element.ask('');
    expect(element.task.status).to.equal('idle');
    expect(element.at(0).signal.aborted).to.equal(true);
    element.at(0).resolve('one');
    await element.settled();
    expect(shown(element)).to.deep.equal(['idle', undefined, undefined]);
    element.task.retry();
    await element.settled();
    expect(element.asked).to.have.length(1);
  });

  it('aborts when the host leaves the page, and asks again on its return', async () => {
    const element = await host();
    const { parentElement } = element;
    element.remove();
    expect(element.at(0).signal.aborted).to.equal(true);
    await element.ask('1', 'de');
    expect(element.asked).to.have.length(1);
    parentElement?.append(element);
    await element.settled();
    expect(element.asked).to.have.length(2);
    expect(element.at(1).args).to.deep.equal(['1', 'de']);
  });

  it('asks nothing anew when a host with an answer is moved', async () => {
    const element = await host();
    element.at(0).resolve('one');
    await element.settled();
    fixtureSync<HTMLElement>(html`<div></div>`).append(element);
    await element.settled();
    expect(element.asked).to.have.length(1);
    expect(element.task.value).to.equal('one');
  });
});
