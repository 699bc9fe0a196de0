import { expect } from '@open-wc/testing';
import { DraftRows, type CreatedCustomer } from '../../src/controllers/draft-rows.js';
import { errorCodes } from '../../src/domain/availability.js';
import { isOutcomeUnknown } from '../../src/domain/change-outcome.js';
import { blankFields, mostAtOnce, type CustomerFields } from '../../src/domain/customer-draft.js';
import { defaultExpirationPolicy } from '../../src/domain/expirations.js';
import type { CustomerDraft, CustomersProvider, MutationCall } from '../../src/providers/customers-provider.js';
import { ProviderError } from '../../src/providers/provider-error.js';
import { ScriptedProvider, type ScriptedCall } from '../../src/testing/scripted-provider.js';

const fieldsOf = (name: string): CustomerFields => ({ ...blankFields, name });
const scripted = () => new ScriptedProvider({ offers: ['createCustomers'] });

/** Rows of these names, their provider, and what they told. */
function rowsOf(names: readonly string[], first: CustomersProvider = scripted()) {
  const settled: CreatedCustomer[][] = [];
  const errors: unknown[] = [];
  const given: { provider: CustomersProvider | undefined } = { provider: first };
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  const drafts = new DraftRows(host, {
    provider: () => given.provider,
    call: () => ({ locale: 'en', timeZone: 'UTC', now: new Date(0), policy: defaultExpirationPolicy }),
    onSettled: (created) => settled.push([...created]),
    onError: (error) => errors.push(error),
  });
  drafts.import(names.map(fieldsOf));
  return { drafts, given, settled, errors };
}

const sentBy = ({ asked, call }: ScriptedCall) => ({
  names: (asked[0] as readonly CustomerDraft[]).map(({ name }) => name),
  keys: (asked[0] as readonly CustomerDraft[]).map(({ key }) => key),
  idempotencyKey: (call as MutationCall).idempotencyKey,
});
const namesOf = (drafts: DraftRows) => drafts.rows.map(({ fields }) => fields.name);

/** Sends, answers by the key of each draft, and waits until that has been heard. */
async function sendAnd(drafts: DraftRows, provider: ScriptedProvider, answer: (call: ScriptedCall) => void) {
  const sent = drafts.send();
  const call = await provider.nextCall('createCustomers');
  answer(call);
  await sent;
  return sentBy(call);
}

const creatingAll = (call: ScriptedCall) =>
  call.resolve({ outcomes: sentBy(call).keys.map((key, index) => ({ key, id: String(index) })) });
const failing = (code: ConstructorParameters<typeof ProviderError>[0]) => (call: ScriptedCall) =>
  call.reject(new ProviderError(code));

describe('DraftRows', () => {
  it('begins with an empty row, and takes in others in its place', () => {
    expect(namesOf(rowsOf([]).drafts)).to.deep.equal(['']);
    expect(namesOf(rowsOf(['A', 'B']).drafts)).to.deep.equal(['A', 'B']);
  });

  it('has room for a hundred', () => {
    const { drafts } = rowsOf(Array.from({ length: mostAtOnce + 20 }, (_, index) => `C${index}`));
    expect([drafts.rows.length, drafts.room, drafts.add()]).to.deep.equal([mostAtOnce, 0, undefined]);
    drafts.remove(drafts.rows[0]?.key ?? '');
    expect([drafts.room, drafts.add()]).to.deep.equal([1, drafts.rows.at(-1)?.key]);
  });

  it('sends what was filled in, and lets what was created leave', async () => {
    const provider = scripted();
    const { drafts, settled } = rowsOf(['A', 'B'], provider);
    drafts.add();
    const { names } = await sendAnd(drafts, provider, creatingAll);
    expect(names).to.deep.equal(['A', 'B']);
    const created = [
      { id: '0', name: 'A' },
      { id: '1', name: 'B' },
    ];
    expect(settled).to.deep.equal([created]);
    expect(drafts.created).to.deep.equal(created);
    expect([drafts.status, ...namesOf(drafts)]).to.deep.equal(['editing', '']);
  });

  it('sends nothing without a customer, or a provider', async () => {
    const provider = scripted();
    await rowsOf([], provider).drafts.send();
    const { drafts, given } = rowsOf(['A'], provider);
    given.provider = undefined;
    await drafts.send();
    expect(provider.calls).to.have.length(0);
  });

  it('sends once, however often it is asked to while it waits', async () => {
    const provider = scripted();
    const { drafts } = rowsOf(['A'], provider);
    const sending = [drafts.send(), drafts.send(), drafts.send()];
    expect(drafts.status).to.equal('sending');
    creatingAll(await provider.nextCall('createCustomers'));
    await Promise.all(sending);
    expect(provider.calls).to.have.length(1);
  });

  it('keeps what was refused, with the reason until it is changed, and sends it under another key', async () => {
    const provider = scripted();
    const { drafts } = rowsOf(['A', 'B'], provider);
    const first = await sendAnd(drafts, provider, (call) => {
      const [a = '', b = ''] = sentBy(call).keys;
      call.resolve({
        outcomes: [
          { key: a, id: '1' },
          { key: b, error: { code: 'conflict', reason: 'name-taken' } },
        ],
      });
    });
    expect(namesOf(drafts)).to.deep.equal(['B']);
    expect(drafts.rows[0]?.outcome).to.deep.equal({ kind: 'refused', code: 'conflict', reason: 'name-taken' });
    drafts.change(drafts.rows[0]?.key ?? '', { name: 'B2' });
    expect(drafts.rows[0]?.outcome).to.equal(undefined);
    const second = await sendAnd(drafts, provider, creatingAll);
    expect(second.names).to.deep.equal(['B2']);
    expect(second.idempotencyKey).not.to.equal(first.idempotencyKey);
  });

  for (const code of errorCodes.filter((each) => each !== 'forbidden')) {
    it(`${isOutcomeUnknown(code) ? 'locks its rows' : 'goes on'} after ${code}`, async () => {
      const provider = scripted();
      const { drafts, errors } = rowsOf(['A'], provider);
      await sendAnd(drafts, provider, failing(code));
      expect(errors).to.have.length(1);
      expect(drafts.failure).to.deep.equal({ code, reason: undefined });
      expect(drafts.status).to.equal(isOutcomeUnknown(code) ? 'in-doubt' : 'editing');
      expect(namesOf(drafts)).to.deep.equal(['A']);
    });
  }

  it('finds out with the same rows and the same key, and takes no change until then', async () => {
    const provider = scripted();
    const { drafts, given } = rowsOf(['A', 'B'], provider);
    const first = await sendAnd(drafts, provider, failing('timeout'));
    const key = drafts.rows[0]?.key ?? '';
    drafts.change(key, { name: 'Other' });
    drafts.remove(key);
    drafts.import([fieldsOf('C')]);
    expect([namesOf(drafts), drafts.add()]).to.deep.equal([['A', 'B'], undefined]);
    // another provider knows nothing of what was sent to the first
    given.provider = scripted();
    const second = await sendAnd(drafts, provider, failing('forbidden'));
    expect(drafts.status, 'a later refusal says nothing of the first').to.equal('in-doubt');
    const third = await sendAnd(drafts, provider, creatingAll);
    expect([second, third]).to.deep.equal([first, first]);
    expect([drafts.status, drafts.failure, drafts.created.length]).to.deep.equal(['editing', undefined, 2]);
  });

  it('locks the rows too where an answer leaves one of them out', async () => {
    const provider = scripted();
    const { drafts } = rowsOf(['A', 'B'], provider);
    const first = await sendAnd(drafts, provider, (call) =>
      call.resolve({ outcomes: [{ key: sentBy(call).keys[0], id: '1' }] }),
    );
    expect([drafts.status, ...namesOf(drafts)]).to.deep.equal(['in-doubt', 'B']);
    expect(await sendAnd(drafts, provider, creatingAll)).to.deep.equal(first);
    expect(drafts.created.map(({ name }) => name)).to.deep.equal(['A', 'B']);
  });

  it('stops at a refusal of the viewer, until that is looked at again or there is another provider', async () => {
    const provider = scripted();
    const { drafts, given } = rowsOf(['A'], provider);
    await sendAnd(drafts, provider, failing('forbidden'));
    expect(drafts.status).to.equal('forbidden');
    await drafts.send();
    expect(provider.calls).to.have.length(1);
    given.provider = scripted();
    expect(drafts.status).to.equal('editing');
    given.provider = provider;
    expect(drafts.status).to.equal('forbidden');
    drafts.allow();
    expect([drafts.status, drafts.failure]).to.deep.equal(['editing', undefined]);
  });

  it('takes a provider that cannot create, throws at once, or answers nonsense', async () => {
    const { drafts, errors } = rowsOf(['A'], { listCustomers: async () => ({ items: [] }) });
    await drafts.send();
    expect(drafts.failure?.code).to.equal('unsupported');
    const thrower = rowsOf(['A'], {
      listCustomers: async () => ({ items: [] }),
      createCustomers: () => {
        throw new RangeError('no');
      },
    });
    await thrower.drafts.send();
    expect(thrower.drafts.status).to.equal('in-doubt');
    const provider = scripted();
    const liar = rowsOf(['A'], provider);
    await sendAnd(liar.drafts, provider, (call) => call.resolve('done'));
    expect(liar.drafts.status).to.equal('in-doubt');
    expect([errors.length, thrower.errors.length, liar.errors.length]).to.deep.equal([1, 1, 1]);
  });

  it('shows the problems of a row once it was left with something in it', () => {
    const { drafts } = rowsOf([]);
    const [{ key } = { key: '' }] = drafts.rows;
    drafts.leave(key);
    expect(drafts.rows[0]?.isRevealed).to.equal(false);
    drafts.change(key, { name: 'A' });
    drafts.leave(key);
    expect(drafts.rows[0]?.isRevealed).to.equal(true);
  });
});
