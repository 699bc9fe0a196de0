import { writeCsvFile } from '../../controllers/csv-file.js';
import { downloadFile } from '../../controllers/download.js';
import { blankFields, withRequired, type CustomerFields } from '../../domain/customer-draft.js';
import { cellsOfCustomers } from '../../domain/customers-csv.js';
import type { OfferedCapability } from '../../providers/customers-provider.js';
import type { AddLocalization } from './draft-view.js';

const exampleExpiry = '2030-12-31';

/** Lets the reader save the CSV file to fill in: the names of its columns, and a line that shows what to write into each. */
export async function downloadTemplate(
  offered: readonly OfferedCapability[] = [],
  l10n: AddLocalization,
  document: Document,
): Promise<void> {
  const { example, headers, templateName } = l10n.messages.addCustomers;
  const { name, externalId, description, ...owner } = example;
  const capabilities = withRequired(offered.slice(0, 2).map(({ capability }) => ({ capability, expires: '' })));
  const customer: CustomerFields = {
    ...blankFields,
    name,
    externalId,
    description,
    owners: [owner],
    capabilities: capabilities.map((each, index) => (index === 1 ? { ...each, expires: exampleExpiry } : each)),
  };
  downloadFile(await writeCsvFile(cellsOfCustomers([customer], headers), `${templateName}.csv`), document);
}
