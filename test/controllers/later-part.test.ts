import { expect, waitUntil } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LaterPart } from '../../src/controllers/later-part.js';

/** As much of a host as a part needs, updating, leaving the page and coming back on demand. */
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
  update(): void {
    this.#controller?.hostUpdated?.();
  }
  leave(): void {
    this.#controller?.hostDisconnected?.();
  }
  move(): void {
    this.leave();
    this.#controller?.hostConnected?.();
    this.update();
  }
}

interface Part {
  readonly heard: string[];
}

/** What loads a part, which comes, or does not, when a test lets it. */
class File {
  readonly parts: Part[] = [];
  asked = 0;
  #settle: (() => void)[] = [];
  readonly load = (): Promise<Part> => {
    this.asked += 1;
    return new Promise((resolve, reject) => {
      this.#settle = [
        () => {
          const part = { heard: [] };
          this.parts.push(part);
          resolve(part);
        },
        () => reject(new Error('no file')),
      ];
    });
  };
  come = (): void => this.#settle[0]?.();
  fail = (): void => this.#settle[1]?.();
}

/** Lets everything happen that is due: two frames, and the tasks between them. */
const settled = async (): Promise<void> => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  await new Promise((done) => setTimeout(done));
};

describe('LaterPart', () => {
  const { reportError } = window;
  let isOnline: boolean;
  let reported: unknown[];
  let isDue: boolean;
  let host: Host;
  let file: File;
  let later: LaterPart<Part>;

  const asked = (times: number) => waitUntil(() => file.asked === times, `asked for ${times} times`);
  const there = () => waitUntil(() => later.part !== undefined, 'the part is there');
  const hear = (news: string) => (part: Part) => part.heard.push(news);

  beforeEach(() => {
    [isOnline, isDue, reported] = [true, true, []];
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline });
    window.reportError = (error) => reported.push(error);
    [host, file] = [new Host(), new File()];
    later = new LaterPart(host, { isDue: () => isDue, load: file.load });
  });

  afterEach(() => {
    window.reportError = reportError;
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('is asked for once, by itself, when the first view stands and was painted', async () => {
    isDue = false;
    host.update();
    await settled();
    expect([file.asked, later.isComing]).to.deep.equal([0, false]);
    isDue = true;
    host.update();
    host.update();
    expect([file.asked, later.isComing], 'not before it is painted').to.deep.equal([0, true]);
    await asked(1);
    file.come();
    await there();
    expect([file.asked, host.updates, later.isComing]).to.deep.equal([1, 1, false]);
    host.update();
    await settled();
    expect(file.asked).to.equal(1);
  });

  it('hears everything that it is told, in its order, before it is there and after', async () => {
    later.tell(hear('one'));
    host.update();
    await asked(1);
    later.tell(hear('two'));
    file.come();
    await there();
    later.tell(hear('three'));
    expect(later.part?.heard).to.deep.equal(['one', 'two', 'three']);
  });

  it('keeps the last hundred news while it does not come', async () => {
    for (let news = 1; news <= 250; news += 1) later.tell(hear(String(news)));
    host.update();
    await asked(1);
    file.come();
    await there();
    expect([later.part?.heard.length, later.part?.heard[0]]).to.deep.equal([100, '151']);
  });

  it('is made once where the host is moved while it is on its way', async () => {
    host.update();
    await asked(1);
    host.move();
    await settled();
    file.come();
    await there();
    host.move();
    await settled();
    expect([file.asked, file.parts.length]).to.deep.equal([1, 1]);
  });

  it('is reported when it does not come, and asked for again when the host is back, or the viewer wants it', async () => {
    host.update();
    await asked(1);
    file.fail();
    await waitUntil(() => reported.length === 1);
    host.update();
    await settled();
    expect([file.asked, later.isComing, later.isMissed], 'not with each update').to.deep.equal([1, false, false]);
    host.move();
    await asked(2);
    file.fail();
    await waitUntil(() => reported.length === 2);
    later.ask(hear('please'));
    expect(later.isMissed, 'the viewer is told').to.equal(true);
    later.retry();
    await asked(3);
    expect(later.isMissed).to.equal(false);
    file.come();
    await there();
    expect(later.part?.heard).to.deep.equal(['please']);
    later.retry();
    await settled();
    expect([file.asked, reported.length]).to.deep.equal([3, 2]);
  });

  it('waits for a network, and no longer than its host is in the page', async () => {
    isOnline = false;
    host.update();
    await settled();
    expect(file.asked).to.equal(0);
    expect([later.hasFailed, later.isComing, host.updates], 'nobody waits for it meanwhile').to.deep.equal([
      true,
      false,
      1,
    ]);
    host.leave();
    isOnline = true;
    dispatchEvent(new Event('online'));
    await settled();
    expect(file.asked, 'nobody needs it').to.equal(0);
    isOnline = false;
    host.move();
    await settled();
    isOnline = true;
    dispatchEvent(new Event('online'));
    await asked(1);
    await settled();
    expect(file.asked, 'by one of them').to.equal(1);
    file.come();
    await there();
    expect(later.hasFailed).to.equal(false);
  });
});
