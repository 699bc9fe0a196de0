import { mostAtOnce } from '../../domain/customer-draft.js';
import { canAdd, canDelete, canEdit } from '../../domain/permissions.js';
import type { BulkResult, CustomerDraft } from '../../providers/customers-provider.js';
import { errorCodeOf } from '../../providers/provider-error.js';
import type { Check } from './check.js';
import { NonconformanceError, SkippedCheck, type Trial } from './trial.js';
import { create, keyOf, oneThat, remove, rowOf, skipUnlessAdding, update } from './trial-changes.js';

/** What is true of a provider that changes customers. Each check has a provider of its own. */
export function mutationChecks(draftOf: (key: string) => CustomerDraft): readonly Check[] {
  return [
    {
      title: 'creates customers, with an outcome for each',
      async run(trial) {
        const drafts = [draftOf(keyOf(trial)), { ...draftOf('nameless'), name: '' }, draftOf(keyOf(trial))];
        const outcomes = outcomesOf(await create(trial, drafts), ['creates', ...drafts.map(({ key }) => key)]);
        const [first, nameless, last] = outcomes;
        if (!nameless?.error) throw new NonconformanceError('a draft without a name was created');
        for (const [outcome, draft] of [[first, drafts[0]] as const, [last, drafts[2]] as const]) {
          const id = outcome?.id;
          if (outcome?.error || id === undefined || !draft) {
            throw new NonconformanceError(`a sound draft beside a bad one is not created: ${JSON.stringify(outcome)}`);
          }
          const [created] = await trial.listAll({ ids: [id] });
          if (created?.name === draft.name) continue;
          throw new NonconformanceError(`the created customer ${id} is not listed by the name of its draft`);
        }
      },
    },
    {
      title: 'creates nothing twice for one idempotency key',
      async run(trial) {
        const draft = draftOf(keyOf(trial));
        const call = trial.mutationCall();
        const first = await create(trial, [draft], call);
        const second = await create(trial, [draft], call);
        const created = (await trial.listAll({ search: draft.name })).filter(({ name }) => name === draft.name);
        if (created.length !== 1) {
          throw new NonconformanceError(`one idempotency key, sent twice, created ${created.length} customers`);
        }
        if (first.outcomes[0]?.id === second.outcomes[0]?.id) return;
        throw new NonconformanceError('one idempotency key, sent twice, has two outcomes');
      },
    },
    {
      title: 'creates nothing from more drafts than one call takes',
      async run(trial) {
        skipUnlessAdding(trial);
        const key = keyOf(trial);
        const drafts = Array.from({ length: mostAtOnce + 1 }, (_, index) => draftOf(`${key} ${index}`));
        await checkTooMany(trial, 'createCustomers', () => create(trial, drafts));
        if ((await trial.listAll({ search: key })).length === 0) return;
        throw new NonconformanceError('too many drafts are refused, and customers were created all the same');
      },
    },
    {
      title: 'creates nothing where the viewer may not',
      async run(trial) {
        const { provider, description } = trial;
        if (!provider.createCustomers) throw new SkippedCheck('createCustomers is not offered');
        if (canAdd(description)) throw new SkippedCheck('the viewer may add customers');
        const draft = draftOf(keyOf(trial));
        await checkDenied(trial, 'createCustomers', async () =>
          provider.createCustomers?.([draft], trial.mutationCall()),
        );
        const { length } = await trial.listAll({});
        if (length === trial.customers.length) return;
        throw new NonconformanceError('createCustomers is refused, and a customer was created all the same');
      },
    },
    {
      title: 'changes what a patch names, and nothing else',
      async run(trial) {
        const customer = oneThat(trial, 'updateCustomer', canEdit);
        const name = `${customer.name} ${keyOf(trial)}`;
        const changed = await update(trial, customer, { name }, customer.version);
        if (changed?.name !== name)
          throw new NonconformanceError('updateCustomer does not give the customer as it is then');
        const listed = await rowOf(trial, customer.id);
        if (listed.name !== name) throw new NonconformanceError('what updateCustomer changed is not listed');
        if (listed.externalId !== customer.externalId) {
          throw new NonconformanceError('updateCustomer changed a field that the patch does not name');
        }
        if (customer.version === undefined || listed.version !== customer.version) return;
        throw new NonconformanceError('the version stays the same after a change');
      },
    },
    {
      title: 'refuses to overwrite what has moved on',
      async run(trial) {
        const customer = oneThat(trial, 'updateCustomer', canEdit);
        if (customer.version === undefined) throw new SkippedCheck('customers have no versions');
        const name = `${customer.name} ${keyOf(trial)}`;
        await update(trial, customer, { name }, customer.version);
        const late = () => update(trial, customer, { name: `${name} late` }, customer.version);
        const code = await trial.refusalOf('updateCustomer of a version from before', late);
        if (code !== 'conflict') {
          throw new NonconformanceError(
            `updateCustomer of a version from before is refused as ${code}, not as conflict`,
          );
        }
        if ((await rowOf(trial, customer.id)).name === name) return;
        throw new NonconformanceError('updateCustomer is refused as a conflict, and overwrites all the same');
      },
    },
    {
      title: 'refuses to change a customer that does not exist',
      async run(trial) {
        const customer = oneThat(trial, 'updateCustomer', canEdit);
        const ask = () => update(trial, { ...customer, id: 'of-nobody' }, { name: 'Nobody' });
        const code = await trial.refusalOf('updateCustomer of a customer that does not exist', ask);
        if (code === 'not-found') return;
        throw new NonconformanceError(`updateCustomer of a customer that does not exist is refused as ${code}`);
      },
    },
    {
      title: 'changes no customer that the viewer may not edit',
      async run(trial) {
        const customer = oneThat(trial, 'updateCustomer', (each) => !canEdit(each));
        await checkDenied(trial, 'updateCustomer', () => update(trial, customer, { name: 'Denied' }, customer.version));
        if ((await rowOf(trial, customer.id)).name === customer.name) return;
        throw new NonconformanceError('updateCustomer is refused, and changes the customer all the same');
      },
    },
    {
      title: 'deletes customers, with an outcome for each',
      async run(trial) {
        const customer = oneThat(trial, 'deleteCustomers', canDelete);
        const ids = [customer.id, 'of-nobody'];
        const outcomes = outcomesOf(await remove(trial, ids), ['deletes', ...ids]);
        if (outcomes[0]?.error) throw new SkippedCheck(`the customer may not be deleted: ${outcomes[0].error.code}`);
        if (!outcomes[1]?.error)
          throw new NonconformanceError('deleteCustomers deletes a customer that does not exist');
        if ((await trial.listAll({ ids })).length === 0) return;
        throw new NonconformanceError('a deleted customer is still listed');
      },
    },
    {
      title: 'deletes nothing of more customers than one call takes',
      async run(trial) {
        const customer = oneThat(trial, 'deleteCustomers', canDelete);
        const others = Array.from({ length: mostAtOnce }, (_, index) => `of-nobody-${index}`);
        await checkTooMany(trial, 'deleteCustomers', () => remove(trial, [customer.id, ...others]));
        await rowOf(trial, customer.id);
      },
    },
    {
      title: 'deletes no customer that the viewer may not delete',
      async run(trial) {
        const customer = oneThat(trial, 'deleteCustomers', (each) => !canDelete(each));
        await checkDenied(trial, 'deleteCustomers', () => remove(trial, [customer.id]));
        await rowOf(trial, customer.id);
      },
    },
  ];
}

/** The outcomes in the order of their keys, one for each. */
function outcomesOf({ outcomes }: BulkResult, [verb, ...keys]: readonly string[]): BulkResult['outcomes'] {
  return keys.map((key) => {
    const [outcome, ...more] = outcomes.filter((each) => each.key === key);
    if (!outcome || more.length > 0) {
      throw new NonconformanceError(`${String(verb)} with ${outcome ? 'two outcomes' : 'no outcome'} for ${key}`);
    }
    if (outcome.error && errorCodeOf(outcome.error) === 'unknown') {
      throw new NonconformanceError(`${String(verb)} with a failure without a code for ${key}`);
    }
    return outcome;
  });
}

/** Whether a call with more than it takes is refused as a whole: what is left out in silence is missed by nobody. */
async function checkTooMany(trial: Trial, method: string, ask: () => Promise<BulkResult>): Promise<void> {
  const what = `${method} with more than ${mostAtOnce} at once`;
  const code = await trial.refusalOf(what, ask);
  if (code !== 'invalid-input') throw new NonconformanceError(`${what} is refused as ${code}, not as invalid-input`);
}

/** Whether a refusal is one: of the call, or of each of its items. */
async function checkDenied(trial: Trial, method: string, ask: () => Promise<unknown>): Promise<void> {
  const what = `${method} that the viewer may not do`;
  const code = await trial.refusalOf(what, async () => {
    const answer = await ask();
    // as: of a bulk call, each item may be refused by itself
    const { outcomes } = (answer ?? {}) as Partial<BulkResult>;
    const error = outcomes?.[0]?.error;
    // a plain failure of an item, as a bulk result holds it
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (error) throw error;
    return answer;
  });
  if (code === 'forbidden' || code === 'unsupported') return;
  throw new NonconformanceError(`${what} is refused as ${code}, not as forbidden`);
}
