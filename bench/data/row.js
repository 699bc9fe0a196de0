// What a row says in each column; every peer's page shows just this.

/** The columns, their widths in CSS pixels. */
export const columns = [
  { id: 'name', title: 'Customer name', width: 300 },
  { id: 'id', title: 'Organization ID', width: 130 },
  { id: 'externalId', title: 'External ID', width: 140 },
  { id: 'beacons', title: 'Total Beacons', width: 140 },
  { id: 'expiryDay', title: 'Upcoming Expirations', width: 280 },
  { id: 'status', title: 'Expiration Status', width: 210 },
];

/** The height of a row in CSS pixels, the same for every peer. */
export const rowHeight = 40;

/** Instead of a number of beacons. */
export const notApplicable = -1;
export const unknown = -2;

/** Instead of the day of the next expiry, after all days. */
export const noExpirations = 1_000_000;
export const noEntitlements = 1_000_001;

const dayLength = 86_400_000;
/** The day of the measurements' moment, in days since 1970. */
const today = 20_781;
/** Made when the first date is written, because it takes longer than to load a small page's script. */
let dates;

export const customerHref = (row) => `/customers/${row.id}`;
export const beaconsHref = (row) => `/customers/${row.id}/beacons`;
export const externalIdText = (row) => row.externalId || '-';
export const beaconsText = ({ beacons }) =>
  beacons >= 0 ? String(beacons) : beacons === notApplicable ? 'Not applicable' : '-';

/** What the link to the expirations says; without a link where `hasExpiryLink` is false. */
export function expiryText({ expiryDay }) {
  if (expiryDay < noExpirations) {
    dates ??= new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
    return dates.format(expiryDay * dayLength);
  }
  return expiryDay === noExpirations ? 'No expirations' : expiryDay === noEntitlements ? 'No entitlements' : '-';
}
export const hasExpiryLink = ({ expiryDay }) => expiryDay <= noExpirations;

/** What stands behind the date. */
export function distanceText({ expiryDay }) {
  if (expiryDay >= noExpirations) return '';
  const days = expiryDay - today;
  return days === 0 ? ' · today' : days === 1 ? ' · tomorrow' : ` · in ${days} days`;
}

export const statusText = ({ status }) => (status < 0 ? '-' : status === 0 ? 'Expired' : `Expires in ${status} days`);
/** The class of the badge; empty where there is none. */
export const statusClass = ({ status }) =>
  status < 0 ? '' : status === 0 ? 'badge expired' : status === 30 ? 'badge soon' : 'badge later';

/** What each column says as text, in the columns' order. */
export const rowTexts = (row) => [
  row.name,
  row.id,
  externalIdText(row),
  beaconsText(row),
  expiryText(row),
  statusText(row),
];
