import { ProviderError } from '../../provider-error.js';
import { Recent } from '../recent.js';

/** How many answers are kept, those that were given or asked for last. */
const keptAnswers = 1_000;

/** Carries changes out one after the other, and each intent once. */
export class ChangesOnce {
  readonly #answers = new Recent<{ readonly request: string; readonly answer: unknown }>(keptAnswers);
  #last: Promise<unknown> = Promise.resolve();

  /**
   * For a key that was answered before, the answer is the same again. A change that failed as a whole changed nothing,
   * and is tried again.
   *
   * @param request All that the key stands for.
   * @throws ProviderError `invalid-input` where the key stands for another request.
   */
  once<T>(key: string, request: readonly unknown[], change: () => T | Promise<T>): Promise<T> {
    const spelled = JSON.stringify(request);
    const turn = this.#last.then(async () => {
      const known = this.#answers.get(key);
      if (known && known.request !== spelled)
        throw new ProviderError('invalid-input', 'The key came with another change');
      // as: the same request has the same kind of answer
      if (known) return known.answer as T;
      const answer = await change();
      this.#answers.set(key, { request: spelled, answer });
      return answer;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
