import type { Customer } from '../../domain/customer.js';
import { canEdit } from '../../domain/permissions.js';
import type { CustomersHint, CustomersProvider } from '../../providers/customers-provider.js';
import type { Check } from './check.js';
import { NonconformanceError, SkippedCheck, within, type Trial } from './trial.js';

/** What is true of a provider that tells of changes. */
export function hintChecks<TProvider extends CustomersProvider>(
  change: ((provider: TProvider, customer: Customer) => void | Promise<void>) | undefined,
  hintWithin: number,
): readonly Check<TProvider>[] {
  const changed = async (trial: Trial<TProvider>): Promise<Customer> => {
    const { provider } = trial;
    const customer = trial.customers.find((each) => change !== undefined || canEdit(each));
    if (!customer || !(change ?? provider.updateCustomer)) throw new SkippedCheck('nothing can be changed');
    const renamed = { ...customer, name: `${customer.name} renamed` };
    if (change) await change(provider, renamed);
    else {
      const call = trial.mutationCall(customer.version === undefined ? {} : { ifVersion: customer.version });
      await provider.updateCustomer?.(customer.id, { name: renamed.name }, call);
    }
    return renamed;
  };
  return [
    {
      title: 'tells who has changed, and then gives the change',
      async run(trial) {
        const stop = new AbortController();
        const hints = heard(trial, stop.signal);
        try {
          // a change is told to whoever had a list to begin with
          await trial.listAll({});
          const customer = await changed(trial);
          const isMeant = (hint: CustomersHint) =>
            hint.type === 'invalidated' || (hint.type === 'changed' && hint.ids.includes(customer.id));
          await within(hintWithin, hints.first(isMeant), `no hint of a change came within ${hintWithin} ms`);
          const [row] = await trial.listAll({ ids: [customer.id] });
          if (row?.name === customer.name) return;
          throw new NonconformanceError('after the hint of a change, the customer is listed as it was before');
        } finally {
          stop.abort();
        }
      },
    },
    {
      title: 'tells nobody who has stopped listening',
      async run(trial) {
        const [leave, end] = [new AbortController(), new AbortController()];
        const [gone, present] = [heard(trial, leave.signal), heard(trial, end.signal)];
        leave.abort();
        try {
          await trial.listAll({});
          await changed(trial);
          await within(
            hintWithin,
            present.first(() => true),
            `no hint of a change came within ${hintWithin} ms`,
          );
        } finally {
          // a provider that is still heard never lets the process of the tests end
          end.abort();
        }
        if (gone.count() > 0) throw new NonconformanceError('a hint came to a listener whose signal had been aborted');
      },
    },
  ];
}

/** The hints of a provider as they come. */
function heard(trial: Trial, signal: AbortSignal) {
  const { provider } = trial;
  if (!provider.subscribe) throw new SkippedCheck('subscribe is not offered');
  const hints: CustomersHint[] = [];
  const waiting = new Set<(hint: CustomersHint) => void>();
  provider.subscribe(
    (hint) => {
      hints.push(hint);
      for (const take of waiting) take(hint);
    },
    { signal },
  );
  return {
    count: () => hints.length,
    first: (isMeant: (hint: CustomersHint) => boolean): Promise<CustomersHint> => {
      const known = hints.find(isMeant);
      if (known) return Promise.resolve(known);
      return new Promise((resolve) => waiting.add((hint) => isMeant(hint) && resolve(hint)));
    },
  };
}
