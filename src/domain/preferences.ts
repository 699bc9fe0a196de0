import { customersSortFields, type CustomersSortField } from './query.js';

/** How many favourites there can be: a query pins no more. */
export const mostFavourites = 500;

/** How narrow and how wide a column can be made, in `rem`. */
export const columnWidths = { least: 5, most: 40 } as const;

/** How tall rows are. */
export const densities = ['comfortable', 'compact'] as const;

/** One of {@link densities}. */
export type Density = (typeof densities)[number];

/** What a viewer has chosen for one column. */
export interface ColumnChoice {
  readonly id: CustomersSortField;
  /** Default: shown. Customer name, which heads the row, is always shown. */
  readonly hidden?: boolean;
  /** In `rem`. Default: what its content and the room there is make of it. */
  readonly width?: number;
}

/** A search, filters and an order under a name. */
export interface SavedView {
  /** Unique among the views of a viewer. */
  readonly name: string;
  /** The question as an address writes it: whatever comes from outside is read in one way. */
  readonly query: string;
  /** The list begins with it. One view at most. */
  readonly isDefault?: boolean;
}

/** What a viewer has chosen of the overview. Plain JSON; what is absent was not chosen. */
export interface CustomersPreferences {
  /** Organization IDs, at most {@link mostFavourites}. */
  readonly favourites?: readonly string[];
  /** In the order on screen. A column that is not named stands behind the one that it follows by default. */
  readonly columns?: readonly ColumnChoice[];
  /** Default: `comfortable`. */
  readonly density?: Density;
  /** In the order in which they were saved. */
  readonly views?: readonly SavedView[];
}

/**
 * Where a viewer's preferences are kept. Nothing is written before the viewer changes something. What is read is
 * checked: parts that are broken count as not chosen.
 */
export interface PreferencesStore {
  /** What is kept; `undefined` where nothing is yet. Where it rejects, nothing is overwritten. */
  read(): unknown;
  /** Keeps all preferences, in the place of those before. One call at a time. Where it rejects, they last for the page. */
  write(preferences: CustomersPreferences): void | Promise<void>;
  /** Says when what is kept has been changed elsewhere, until the signal is aborted. */
  subscribe?(listener: () => void, options: { readonly signal: AbortSignal }): void;
}

/** Every column with what was chosen for it, hidden ones included, in the order on screen. */
export function arrangedColumns(choices: readonly ColumnChoice[] = []): readonly ColumnChoice[] {
  const chosen = new Map(choices.map((choice) => [choice.id, choice]));
  const order = [...chosen.keys()];
  for (const [index, id] of customersSortFields.entries()) {
    if (chosen.has(id)) continue;
    const before = customersSortFields[index - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  const { hidden: _hidden, ...name } = chosen.get('name') ?? { id: 'name' };
  return [name, ...order.filter((id) => id !== 'name').map((id) => chosen.get(id) ?? { id })];
}

/** Whether columns are shown in another order than by default, or not all of them. */
export function isRearranged(choices: readonly ColumnChoice[] | undefined): boolean {
  return arrangedColumns(choices).some(({ id, hidden }, index) => hidden || id !== customersSortFields[index]);
}

/** The same preferences, with something else chosen for one column. */
export function withColumn(preferences: CustomersPreferences, choice: ColumnChoice): CustomersPreferences {
  const columns = arrangedColumns(preferences.columns).map((each) =>
    each.id === choice.id ? { ...each, ...choice } : each,
  );
  return { ...preferences, columns };
}

/** The same preferences, with a column one place further on (1) or back (-1). Customer name stays the first. */
export function withMovedColumn(
  preferences: CustomersPreferences,
  id: CustomersSortField,
  step: 1 | -1,
): CustomersPreferences {
  const columns = [...arrangedColumns(preferences.columns)];
  const from = columns.findIndex((column) => column.id === id);
  const [moved, other] = [columns[from], columns[from + step]];
  if (!moved || !other || moved.id === 'name' || other.id === 'name') return preferences;
  columns[from] = other;
  columns[from + step] = moved;
  return { ...preferences, columns };
}

/** The same preferences, with columns and rows as they are by default. */
export function withoutLayout({
  columns: _columns,
  density: _density,
  ...others
}: CustomersPreferences): CustomersPreferences {
  return others;
}

/** The same preferences, with or without a favourite. One beyond the most that there can be is not taken. */
export function withFavourite(
  preferences: CustomersPreferences,
  id: string,
  isFavourite: boolean,
): CustomersPreferences {
  const others = (preferences.favourites ?? []).filter((each) => each !== id);
  if (isFavourite && others.length >= mostFavourites) return preferences;
  return { ...preferences, favourites: isFavourite ? [...others, id] : others };
}

/** Whether two lists hold the same customers, in any order. */
export function areSameCustomers(a: readonly string[], b: readonly string[]): boolean {
  const ids = new Set(a);
  return ids.size === b.length && b.every((id) => ids.has(id));
}
