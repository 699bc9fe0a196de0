// The order of the columns, for peers that sort by a comparator of the page's.
const collator = new Intl.Collator('en', { numeric: true });

export const compareNames = (a, b) => collator.compare(a, b);
export const compareNumbers = (a, b) => a - b;

/** Compares two rows by one column. */
export const compareRows = {
  name: (a, b) => compareNames(a.name, b.name),
  expiryDay: (a, b) => compareNumbers(a.expiryDay, b.expiryDay),
};
