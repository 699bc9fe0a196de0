import { expect } from '@open-wc/testing';
import { SharedWork, Slices } from '../../../../src/providers/memory/long-list/slices.js';
import { rejectionOf } from '../../samples.js';

/** Works until the slice is over, as long work does. */
async function workOn(slices: Slices): Promise<void> {
  while (!slices.isOver);
  await slices.pause();
}

describe('Slices', () => {
  it('are over after a while, and begin anew after a pause that lets others run', async () => {
    const slices = new Slices(() => true);
    expect(slices.isOver).to.equal(false);
    let others = 0;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (others += 1);
    port2.postMessage(null);
    // an engine may take the next slice a few times before what waits elsewhere
    for (let pauses = 0; others === 0 && pauses < 20; pauses += 1) await workOn(slices);
    port1.close();
    expect(others).to.equal(1);
    expect(slices.isOver).to.equal(false);
  });
});

describe('Slices that can wait', () => {
  it('go on after a pause where the browser has no idle callbacks', async () => {
    const host = globalThis as { requestIdleCallback?: unknown };
    const before = host.requestIdleCallback;
    host.requestIdleCallback = undefined;
    const slices = new Slices(
      () => true,
      () => true,
    );
    while (!slices.isOver);
    await slices.pause();
    expect(slices.isOver).to.equal(false);
    host.requestIdleCallback = before;
  });
});

describe('SharedWork', () => {
  it('is done once, for all who wait and for those who come later', async () => {
    let done = 0;
    const work = new SharedWork(async (slices) => {
      await workOn(slices);
      return (done += 1);
    });
    const wanted = new Slices(() => true);
    expect(await Promise.all([work.wait(wanted), work.wait(wanted)])).to.deep.equal([1, 1]);
    expect(await work.wait(wanted)).to.equal(1);
  });

  it('goes on while anybody wants it, and is given up when nobody does', async () => {
    let slicesDone = 0;
    let isWanted = true;
    const work = new SharedWork(async (slices) => {
      for (slicesDone = 0; slicesDone < 3; slicesDone += 1) await workOn(slices);
      return 'done';
    });
    const gone = work.wait(new Slices(() => false));
    const staying = work.wait(new Slices(() => isWanted));
    expect(await gone, 'as the other one waits').to.equal('done');
    expect(await staying).to.equal('done');
    const other = new SharedWork(async (slices) => {
      for (slicesDone = 0; slicesDone < 3; slicesDone += 1) {
        if (slicesDone === 1) isWanted = false;
        await workOn(slices);
      }
      return 'done';
    });
    expect(await rejectionOf(other.wait(new Slices(() => isWanted)))).to.be.instanceOf(Error);
    expect(slicesDone).to.equal(1);
  });

  it('begins again for who comes just when it was given up', async () => {
    const wanted = new Slices(() => true);
    let runs = 0;
    let late: Promise<string> | undefined;
    const work: SharedWork<string> = new SharedWork(async (slices) => {
      runs += 1;
      try {
        await workOn(slices);
      } catch (error) {
        late = work.wait(wanted);
        throw error;
      }
      return 'done';
    });
    await rejectionOf(work.wait(new Slices(() => false)));
    expect(await late).to.equal('done');
    expect(runs).to.equal(2);
  });

  it('fails for all who wait, and is tried again by the next', async () => {
    let runs = 0;
    const work = new SharedWork(async () => {
      runs += 1;
      if (runs === 1) throw new Error('broken');
      return runs;
    });
    const wanted = new Slices(() => true);
    expect(await rejectionOf(work.wait(wanted))).to.have.property('message', 'broken');
    expect(await work.wait(wanted)).to.equal(2);
  });
});
