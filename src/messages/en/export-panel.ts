import type { Count } from '../count.js';

const customers = (count: Count) => `${count.text} ${count.plural === 'one' ? 'customer' : 'customers'}`;

/** The English words of the export, loaded with it after the first view. */
export const exportPanel = {
  open: 'Export',
  /** In its place while an export is on its way; `percent` where it is known how much there is. */
  underWay: (percent?: string) => (percent === undefined ? 'Exporting…' : `Exporting ${percent}%`),
  stopped: 'Export stopped',
  heading: 'Export customers',
  close: 'Close',
  format: 'Format',
  formats: { xlsx: 'Excel workbook (XLSX)', csv: 'CSV' },
  formatHints: {
    xlsx: 'Keeps IDs and dates as they are.',
    csv: 'For other programs. Spreadsheets may drop leading zeros and round long numbers.',
  },
  scope: 'Customers',
  /** `count` where it is certain. */
  all: (count?: Count) => (count === undefined ? 'All customers in the list' : `All ${customers(count)} in the list`),
  selected: (count?: Count) => (count === undefined ? 'Selected customers' : `${customers(count)} selected`),
  loadMissing: 'Load what is still missing first',
  loadMissingHint: (notLoaded: string) => `This takes longer. Without it, such cells say “${notLoaded}”.`,
  start: 'Export',
  cancel: 'Cancel',
  running: 'The customers are being exported.',
  runningHint: 'You can close this and go on working. The file is saved when it is ready.',
  /** `of` where it is certain. */
  progress: (done: Count, of?: Count) => (of === undefined ? customers(done) : `${done.text} of ${customers(of)}`),
  stop: 'Cancel export',
  failed: 'The export has stopped',
  failedAt: (done: Count) => `${customers(done)} had been read. Trying again goes on from there.`,
  done: (count: Count) => `${customers(count)} exported`,
  saved: (file: string) => `Saved as ${file}`,
  saveAgain: 'Save again',
  finish: 'Done',
  /** In the place of a value that has not come yet. */
  notLoaded: 'Not loaded',
  /** The name of the sheet. */
  sheet: 'Customers',
  /** What the file is called, `date` as in 2026-11-24; its type comes after it. */
  fileName: (date: string) => `customers-${date}`,
};
