import type { Localization } from '../../controllers/localization.js';
import { daysOfStatus, type FilterChip } from '../../domain/filters.js';
import type { StatusFilter } from '../../domain/query.js';
import { shownText } from '../shown-text.js';

type Words = Pick<Localization<'finding'>, 'messages' | 'count'>;

/** What a status is called where it is chosen. */
export function statusName(status: StatusFilter, l10n: Words): string {
  const { finding, expirations } = l10n.messages;
  if (status === 'none' || status === 'unknown') return finding[status];
  const days = daysOfStatus(status);
  return days === undefined ? expirations.status.expired : expirations.status.expiresIn(l10n.count(days));
}

/** What one of the things is called that a list is filtered by. */
export function filterName(chip: FilterChip, l10n: Words): string {
  const words = l10n.messages.finding;
  switch (chip.filter) {
    case 'statuses':
      return statusName(chip.value, l10n);
    case 'expiresWithinDays':
      return words.expiresWithinDays(l10n.count(chip.value));
    case 'relationship':
      return words.relationships[chip.value];
    case 'tiered':
      return words.tieredChoices[chip.value ? 'yes' : 'no'];
    case 'beaconProblems':
      return words.beaconChoices[chip.value ? 'yes' : 'no'];
    case 'tags':
      return words.tag(shownText(chip.value));
  }
}
