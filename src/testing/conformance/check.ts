import type { CustomersProvider } from '../../providers/customers-provider.js';
import type { Trial } from './trial.js';

/** One thing that is true of every provider that conforms. */
export interface Check<TProvider extends CustomersProvider = CustomersProvider> {
  /** What the provider does, as the name of a test. */
  readonly title: string;
  /**
   * @throws {@link NonconformanceError} where the provider does otherwise.
   * @throws {@link SkippedCheck} where it does not apply.
   */
  run(trial: Trial<TProvider>): Promise<void>;
}
