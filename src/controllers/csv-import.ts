import type { ReactiveControllerHost } from 'lit';
import type { CustomerFields } from '../domain/customer-draft.js';
import { customersFromCells, type CsvHeaders } from '../domain/customers-csv.js';
import { readCsvFile } from './csv-file.js';

/** Why a file gave no customers. */
export type CsvFailure = 'too-large' | 'unreadable' | 'no-name-column' | 'empty' | 'not-loaded';

/**
 * What became of the file that was chosen last.
 *
 * - `too-many`: it has more customers than there is room for, and waits for a choice.
 * - `imported`: so many were handed on; `ignored` are the names of columns that nobody knows.
 */
export type CsvImportState =
  | { readonly kind: 'idle' | 'reading' }
  | { readonly kind: 'failed'; readonly failure: CsvFailure }
  | { readonly kind: 'broken-quotes'; readonly row: number }
  | { readonly kind: 'too-many'; readonly customers: readonly CustomerFields[]; readonly ignored: readonly string[] }
  | { readonly kind: 'imported'; readonly count: number; readonly ignored: readonly string[] };

/** What a {@link CsvImport} is told by its element. */
export interface CsvImportOptions {
  /** What the columns of a file may be called. */
  readonly languages: () => readonly CsvHeaders[];
  /** What readers call capabilities, by what they are sent as. */
  readonly capabilityNames: () => ReadonlyMap<string, string>;
  /** How many customers may be handed on. */
  readonly room: () => number;
  readonly onCustomers: (customers: readonly CustomerFields[]) => void;
}

/** Takes customers in from a file. The last file that was chosen counts, however long another one takes. */
export class CsvImport {
  readonly #host: ReactiveControllerHost;
  readonly #options: CsvImportOptions;
  #state: CsvImportState = { kind: 'idle' };
  #choices = 0;

  constructor(host: ReactiveControllerHost, options: CsvImportOptions) {
    this.#host = host;
    this.#options = options;
  }

  get state(): CsvImportState {
    return this.#state;
  }

  async choose(file: File): Promise<void> {
    this.#choices += 1;
    const choice = this.#choices;
    this.#show({ kind: 'reading' });
    const state = await this.#read(file);
    if (choice !== this.#choices) return;
    if (state.kind === 'too-many' && state.customers.length <= this.#options.room()) this.#handOn(state);
    else this.#show(state);
  }

  /** Hands on as many of too many customers as there is room for. */
  takeFirst(): void {
    if (this.#state.kind === 'too-many') this.#handOn(this.#state);
  }

  /** Lets the file be. */
  dismiss(): void {
    this.#choices += 1;
    this.#show({ kind: 'idle' });
  }

  async #read(file: File): Promise<CsvImportState> {
    try {
      const read = await readCsvFile(file);
      if (read.kind === 'broken-quotes') return read;
      if (read.kind !== 'cells') return { kind: 'failed', failure: read.kind };
      const found = customersFromCells(read.cells, this.#options.languages(), this.#options.capabilityNames());
      return found.kind === 'customers' ? { ...found, kind: 'too-many' } : { kind: 'failed', failure: found.kind };
    } catch {
      // the parser's file did not come; the next choice asks for it again
      return { kind: 'failed', failure: 'not-loaded' };
    }
  }

  #handOn({ customers, ignored }: Extract<CsvImportState, { readonly kind: 'too-many' }>): void {
    const taken = customers.slice(0, this.#options.room());
    this.#show({ kind: 'imported', count: taken.length, ignored });
    this.#options.onCustomers(taken);
  }

  #show(state: CsvImportState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
