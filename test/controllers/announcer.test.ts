import { expect, waitUntil } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Announcer } from '../../src/controllers/announcer.js';

/** Counts its updates, and leaves the page on demand. */
class Host implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  updates = 0;
  #controller: ReactiveController | undefined;
  addController(controller: ReactiveController): void {
    this.#controller = controller;
  }
  removeController(): void {}
  requestUpdate(): void {
    this.updates += 1;
  }
  leave(): void {
    this.#controller?.hostDisconnected?.();
  }
}

describe('Announcer', () => {
  it('says the last of what came in quick succession, once', async () => {
    const host = new Host();
    const announcer = new Announcer(host);
    for (const text of ['one', 'two', 'three']) announcer.say(text);
    expect(announcer.text).to.equal('');
    await waitUntil(() => announcer.text !== '');
    expect([announcer.text, host.updates]).to.deep.equal(['three', 1]);
  });

  it('says the same twice by another text', async () => {
    const host = new Host();
    const announcer = new Announcer(host);
    const texts: string[] = [];
    for (const round of [1, 2]) {
      announcer.say('same');
      await waitUntil(() => host.updates === round);
      texts.push(announcer.text);
    }
    expect(texts.map((text) => text.trim())).to.deep.equal(['same', 'same']);
    expect(texts[0]).to.not.equal(texts[1]);
  });

  it('says nothing once its host has left', async () => {
    const [gone, here] = [new Host(), new Host()];
    const [silent, heard] = [new Announcer(gone), new Announcer(here)];
    silent.say('late');
    gone.leave();
    heard.say('later');
    await waitUntil(() => heard.text !== '');
    expect([silent.text, gone.updates]).to.deep.equal(['', 0]);
  });
});
