import { blankFields, withRequired, type CapabilityFields, type CustomerFields } from './customer-draft.js';
import type { Owner } from './customer.js';

/** What the columns of a CSV file are called in one language. A second owner has the same columns with a 2 at their end. */
export interface CsvHeaders {
  readonly name: string;
  readonly externalId: string;
  readonly description: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly capabilities: string;
}

/**
 * What a file of customers holds.
 *
 * - `customers`: one a row, as it was typed; `ignored` are the names of columns that nobody knows.
 * - `no-name-column`: its first row does not name the columns.
 * - `empty`: no row holds anything, its header apart.
 */
export type CsvCustomers =
  | {
      readonly kind: 'customers';
      readonly customers: readonly CustomerFields[];
      readonly ignored: readonly string[];
    }
  | { readonly kind: 'no-name-column' | 'empty' };

/** The columns that a customer has once. */
type TextColumn = Exclude<keyof CsvHeaders, keyof Owner>;

/** The columns of a file: where each field stands, and owners by their number. */
interface Columns {
  readonly texts: ReadonlyMap<TextColumn, number>;
  readonly owners: readonly ReadonlyMap<keyof Owner, number>[];
  readonly ignored: readonly string[];
}

/**
 * The customers in the cells of a CSV file whose first row names its columns, in any order. Cells stay the text that
 * they are, whatever they look like; a row without any text is passed over. Never throws.
 *
 * @param languages The names that columns may have; case, spaces and punctuation in them do not matter.
 * @param capabilityNames What readers call capabilities, by what they are sent as: a cell may have either.
 */
export function customersFromCells(
  cells: readonly (readonly string[])[],
  languages: readonly CsvHeaders[],
  capabilityNames: ReadonlyMap<string, string>,
): CsvCustomers {
  const [header = [], ...rows] = cells.filter((row) => row.some((cell) => cell.trim() !== ''));
  if (header.length === 0) return { kind: 'empty' };
  const { texts, owners, ignored } = columnsOf(header, languages);
  if (!texts.has('name')) return { kind: 'no-name-column' };
  if (rows.length === 0) return { kind: 'empty' };
  const capabilities = new Map(
    [...capabilityNames].flatMap(([capability, name]) => [
      [folded(name), capability],
      [folded(capability), capability],
    ]),
  );
  const customers = rows.map((row): CustomerFields => {
    const text = (field: TextColumn) => row[texts.get(field) ?? -1] ?? '';
    return {
      name: text('name').trim(),
      externalId: text('externalId').trim(),
      description: text('description').trim(),
      owners: ownersOf(row, owners),
      capabilities: capabilitiesOf(text('capabilities'), capabilities),
    };
  });
  return { kind: 'customers', customers, ignored };
}

/** The cells of a CSV file with these customers, which {@link customersFromCells} reads again. */
export function cellsOfCustomers(
  customers: readonly CustomerFields[],
  headers: CsvHeaders,
): readonly (readonly string[])[] {
  const mostOwners = Math.max(1, ...customers.map(({ owners }) => owners.length));
  const places = Array.from({ length: mostOwners }, (_, index) => index);
  const header = [
    headers.name,
    headers.externalId,
    headers.description,
    ...places.flatMap((index) => ownerFields.map((field) => numbered(headers[field], index + 1))),
    headers.capabilities,
  ];
  const rows = customers.map(({ name, externalId, description, owners, capabilities }) => [
    name,
    externalId,
    description,
    ...places.flatMap((index) => ownerFields.map((field) => owners[index]?.[field] ?? '')),
    capabilities.map(({ capability, expires }) => (expires ? `${capability}=${expires}` : capability)).join('; '),
  ]);
  return [header, ...rows];
}

const ownerFields = ['firstName', 'lastName', 'email'] as const;

function columnsOf(header: readonly string[], languages: readonly CsvHeaders[]): Columns {
  const fields = new Map(
    languages.flatMap((headers) =>
      // the fields of an interface of our own, which has no others
      (Object.keys(headers) as (keyof CsvHeaders)[]).map((field) => [comparable(headers[field]), field] as const),
    ),
  );
  const texts = new Map<TextColumn, number>();
  const owners = new Map<number, Map<keyof Owner, number>>();
  const ignored: string[] = [];
  for (const [column, cell] of header.entries()) {
    const [, word = '', digits = ''] = /^(.*?)(\d*)$/.exec(comparable(cell)) ?? [];
    const field = fields.get(word);
    if (field === undefined) {
      if (cell.trim() !== '') ignored.push(cell.trim());
    } else if (isOfOwner(field)) {
      const number = Number(digits || '1');
      const owner = owners.get(number) ?? new Map<keyof Owner, number>();
      owners.set(number, owner);
      if (owner.has(field)) ignored.push(cell.trim());
      else owner.set(field, column);
    } else if (digits !== '' || texts.has(field)) ignored.push(cell.trim());
    else texts.set(field, column);
  }
  const inOrder = [...owners].sort(([a], [b]) => a - b).map(([, owner]) => owner);
  return { texts, owners: inOrder, ignored };
}

function isOfOwner(field: keyof CsvHeaders): field is keyof Owner {
  return ownerFields.some((each) => each === field);
}

/** The owners of a row; a blank one to fill in where it names none. */
function ownersOf(row: readonly string[], columns: Columns['owners']): readonly Owner[] {
  const owners = columns
    .map((owner): Owner => {
      const text = (field: keyof Owner) => (row[owner.get(field) ?? -1] ?? '').trim();
      return { firstName: text('firstName'), lastName: text('lastName'), email: text('email') };
    })
    .filter(({ firstName, lastName, email }) => firstName !== '' || lastName !== '' || email !== '');
  return owners.length > 0 ? owners : blankFields.owners;
}

/** Capabilities as in "iam; fcm=2027-03-04": the first of a name counts. */
function capabilitiesOf(cell: string, known: ReadonlyMap<string, string>): readonly CapabilityFields[] {
  const found = new Map<string, CapabilityFields>();
  for (const item of cell.split(/[;,\n]/)) {
    const [name = '', ...expires] = item.split('=');
    if (name.trim() === '') continue;
    const capability = known.get(folded(name)) ?? name.trim();
    if (!found.has(capability)) found.set(capability, { capability, expires: expires.join('=').trim() });
  }
  return withRequired([...found.values()]);
}

function numbered(word: string, number: number): string {
  return number === 1 ? word : `${word} ${number}`;
}

/** The name of a column as it is compared: without case, spaces and punctuation. */
function comparable(text: string): string {
  return folded(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

function folded(text: string): string {
  return text.trim().normalize('NFKC').toLowerCase();
}
