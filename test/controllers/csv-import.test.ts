import { expect } from '@open-wc/testing';
import { CsvImport } from '../../src/controllers/csv-import.js';
import type { CustomerFields } from '../../src/domain/customer-draft.js';
import { addCustomers } from '../../src/messages/en/add-customers.js';

const file = (...lines: readonly string[]) => new File([lines.join('\n')], 'customers.csv');

function importWith(room: number) {
  const taken: string[][] = [];
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  const csv = new CsvImport(host, {
    languages: () => [addCustomers.headers],
    capabilityNames: () => new Map(),
    room: () => room,
    onCustomers: (customers: readonly CustomerFields[]) => taken.push(customers.map(({ name }) => name)),
  });
  return { csv, taken };
}

describe('CsvImport', () => {
  it('hands on the customers of a file, and says what it did not use', async () => {
    const { csv, taken } = importWith(2);
    const done = csv.choose(file('Customer name,Colour', 'A,red', 'B,blue'));
    expect(csv.state).to.deep.equal({ kind: 'reading' });
    await done;
    expect(csv.state).to.deep.equal({ kind: 'imported', count: 2, ignored: ['Colour'] });
    expect(taken).to.deep.equal([['A', 'B']]);
    csv.dismiss();
    expect(csv.state).to.deep.equal({ kind: 'idle' });
  });

  it('waits for a choice where there are too many', async () => {
    const { csv, taken } = importWith(2);
    await csv.choose(file('Customer name', 'A', 'B', 'C'));
    expect([csv.state.kind, taken.length]).to.deep.equal(['too-many', 0]);
    csv.takeFirst();
    expect(csv.state).to.deep.equal({ kind: 'imported', count: 2, ignored: [] });
    expect(taken).to.deep.equal([['A', 'B']]);
    csv.takeFirst();
    expect(taken).to.have.length(1);
  });

  it('says what it cannot read', async () => {
    const { csv, taken } = importWith(2);
    for (const [lines, failure] of [
      [['A'], 'no-name-column'],
      [[''], 'empty'],
      [['\0'], 'unreadable'],
    ] as const) {
      await csv.choose(file(...lines));
      expect(csv.state).to.deep.equal({ kind: 'failed', failure });
    }
    await csv.choose(file('Customer name', '"A'));
    expect(csv.state).to.deep.equal({ kind: 'broken-quotes', row: 2 });
    expect(taken).to.have.length(0);
  });

  it('takes the last file that was chosen, whichever is read last, and none after a change of mind', async () => {
    const { csv, taken } = importWith(9);
    const slow = file('Customer name', 'Slow');
    const read = slow.arrayBuffer.bind(slow);
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    slow.arrayBuffer = () => gate.then(read);
    const first = csv.choose(slow);
    await csv.choose(file('Customer name', 'Fast'));
    const dismissed = csv.choose(slow);
    csv.dismiss();
    release();
    await Promise.all([first, dismissed]);
    expect(taken).to.deep.equal([['Fast']]);
    expect(csv.state.kind).to.equal('idle');
  });
});
