// One page of one peer in a browser of its own, and what the browser tells about it.
import { launch, openPage } from '../../test/e2e/page.mjs';

/** Frames of the main thread, with the processor time that it had used when each began. */
const frameCategory = 'disabled-by-default-devtools.timeline.frame';

export class Session {
  #browser;
  #page;
  #protocol;
  #close;
  /** What looking at a page that does nothing costs, in milliseconds; taken off each step. */
  #looking = 0;

  /** Everything that must not have happened on the page. */
  problems;

  /** Starts a browser, and loads a page that has nothing but the peer's code. */
  static async open(origin, peer) {
    const session = new Session();
    session.#browser = await launch();
    const { page, problems, close } = await openPage(session.#browser, origin);
    session.#page = page;
    session.#close = close;
    session.problems = problems;
    session.#protocol = await page.context().newCDPSession(page);
    // durations are processor time of the main thread, so that a busy machine does not count as a slow peer
    await session.#protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.#protocol.send('HeapProfiler.enable');
    await page.goto(`${origin}${peer}/`);
    return session;
  }

  async close() {
    await this.#close();
    await this.#browser.close();
  }

  get browserVersion() {
    return this.#browser.version();
  }

  async metrics() {
    const { metrics } = await this.#protocol.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }

  /** Milliseconds of processor time that the scripts of the page took to be compiled and run so far. */
  async scriptTime() {
    const { ScriptDuration, V8CompileDuration } = await this.metrics();
    return 1000 * (ScriptDuration + V8CompileDuration);
  }

  /** Loads what drives the peer. */
  async drive() {
    await this.#page.evaluate((path) => import(path), '/driver.js');
  }

  /** Calls a method of the page's driver. */
  call(method, ...options) {
    return this.#page.evaluate(([name, rest]) => globalThis.bench[name](...rest), [method, options]);
  }

  /** Processor time of the main thread from the beginning of something until the right rows have been painted. */
  async #timed(act) {
    const before = await this.metrics();
    await act();
    const after = await this.metrics();
    const spent = (name) => 1000 * (after[name] - before[name]);
    const time = Math.max(0, spent('ThreadTime') - this.#looking);
    // the browser's own count of script leaves out what runs in microtasks
    return { time, script: Math.max(0, time - spent('RecalcStyleDuration') - spent('LayoutDuration')) };
  }

  /** Measures what looking costs, on what is on screen now, once that has come to rest. */
  async calibrate(expected) {
    await this.rest();
    this.#looking = 0;
    const times = [];
    for (let time = 0; time < 7; time++) {
      times.push((await this.#timed(() => this.call('perform', 'nothing', [], expected))).time);
    }
    this.#looking = times.sort((a, b) => a - b)[3];
  }

  /** A time that was measured before it was known what looking costs. */
  withoutLooking(time) {
    return Math.max(0, time - this.#looking);
  }

  /** Does one step, and measures it. */
  async step(action, options, expected) {
    const { time } = await this.#timed(() => this.call('perform', action, options, expected));
    await this.#inspect();
    return time;
  }

  /** Presses one key in the search field, and measures what follows. */
  async press(key, expected) {
    await this.call('begin', expected);
    const measured = await this.#timed(async () => {
      await this.#page.keyboard.press(key);
      await this.call('finish');
    });
    await this.#inspect();
    return measured;
  }

  /** Goes to the last row; `Infinity` where it never comes, so that the figures of the steps before are kept. */
  async jumpToEnd(expected) {
    try {
      return (await this.#timed(() => this.call('jumpToEnd', expected))).time;
    } catch (error) {
      if (!error.message.includes('the last rows')) throw error;
      return Infinity;
    }
  }

  async #inspect() {
    const mistake = await this.call('mistake');
    if (mistake) throw new Error(`A row says what it should not: ${mistake}`);
  }

  /** Waits until the main thread has had next to nothing to do for so many milliseconds. */
  async rest(quiet = 250) {
    for (let isAtRest = false; !isAtRest;) {
      const before = await this.metrics();
      await new Promise((resolve) => setTimeout(resolve, quiet));
      const after = await this.metrics();
      isAtRest = after.ThreadTime - before.ThreadTime < 0.00002 * quiet;
    }
  }

  /** Bytes that are in use once all garbage is gone. */
  async heap() {
    for (let time = 0; time < 3; time++) await this.#protocol.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#protocol.send('Runtime.getHeapUsage');
    return usedSize;
  }

  /** Turns the wheel over the rows for a second, by real events of the browser. */
  async wheel(pixelsPerFrame) {
    const { x, y } = await this.call('middle');
    await this.#protocol.send('Input.synthesizeScrollGesture', {
      x,
      y,
      yDistance: -60 * pixelsPerFrame,
      speed: 60 * pixelsPerFrame,
      gestureSourceType: 'mouse',
    });
  }

  /**
   * Milliseconds of processor time of each frame that the main thread made while things were done.
   * @param {Record<string, () => Promise<void>>} acts
   * @returns {Promise<Record<string, number[]>>} by the names of the acts
   */
  async frames(acts) {
    // one recording for all of them, because beginning and ending one takes seconds
    await this.#browser.startTracing(this.#page, { categories: [frameCategory, 'blink.user_timing'] });
    for (const [name, act] of Object.entries(acts)) {
      await this.rest();
      await this.call('mark', `${name}:begin`);
      await act();
      await this.call('mark', `${name}:end`);
      await this.call('scrollToTop');
    }
    const { traceEvents } = JSON.parse((await this.#browser.stopTracing()).toString());
    const marked = (name) => traceEvents.find((event) => event.name === name && event.tts !== undefined);
    return Object.fromEntries(
      Object.keys(acts).map((name) => {
        const [begin, end] = [marked(`${name}:begin`), marked(`${name}:end`)];
        const times = traceEvents
          .filter((event) => event.name === 'BeginMainThreadFrame' && event.tid === begin.tid)
          .filter(({ ts }) => ts > begin.ts && ts < end.ts)
          .map(({ tts }) => tts / 1000)
          .sort((a, b) => a - b);
        return [name, times.slice(1).map((time, index) => time - times[index])];
      }),
    );
  }
}
