import { ProviderError } from '../providers/provider-error.js';

/** Milliseconds after which nobody waits for an answer any more: what was asked for may have been done all the same. */
const longestWait = 60_000;

/**
 * What a provider answers to a change, or to the look at what came of it.
 *
 * @throws ProviderError `timeout` where it never does; whatever it rejects with; `unsupported` where it cannot be asked.
 */
export async function answerInTime(ask: (signal: AbortSignal) => Promise<unknown> | undefined): Promise<unknown> {
  const waiting = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const timeout = new ProviderError('timeout');
      waiting.abort(timeout);
      reject(timeout);
    }, longestWait);
  });
  try {
    const answer = ask(waiting.signal);
    if (answer === undefined) throw new ProviderError('unsupported');
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
