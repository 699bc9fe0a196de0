import type { Customer } from '../../domain/customer.js';
import { customersSortFields, type CustomersSort, type ListQuery, type StatusFilter } from '../../domain/query.js';
import type { Chance } from '../chance.js';
import { statusOf } from './plain-model.js';
import type { Trial } from './trial.js';

/** A question of several parts at random, each about what some of the customers have. */
export function anyQuestion(trial: Trial): ListQuery {
  const { chance, description } = trial;
  const some = someCustomer(trial);
  const question: ListQuery = {
    ...(chance.happens(0.3) && { search: chance.oneOf(partsOf(some)) }),
    ...(chance.happens(0.2) && { statuses: [statusFilterOf(some, trial), statusFilterOf(someCustomer(trial), trial)] }),
    ...(chance.happens(0.1) && { expiresWithinDays: chance.between(0, 400) }),
    ...(chance.happens(0.2) && { relationship: some.relationship }),
    ...(chance.happens(0.1) && { tiered: some.tiered === true }),
    ...(chance.happens(0.1) && { beaconProblems: chance.happens(0.5) }),
    ...(chance.happens(0.1) && some.tags && { tags: some.tags }),
    ...(chance.happens(0.1) && { ids: Array.from({ length: 5 }, () => someCustomer(trial).id) }),
    ...(chance.happens(0.8) && { sort: anySort(trial) }),
  };
  return description.pins && chance.happens(0.3) ? { ...question, pinned: [someCustomer(trial).id] } : question;
}

/** A sort by one to three columns that the provider can sort by. */
export function anySort({ chance, description }: Trial): readonly CustomersSort[] {
  const fields = [...(description.sortable ?? customersSortFields)];
  const sort: CustomersSort[] = [];
  while (fields.length > 0 && sort.length < 3 && (sort.length === 0 || chance.happens(0.5))) {
    const [field] = fields.splice(chance.between(0, fields.length - 1), 1);
    if (field) sort.push({ field, direction: chance.happens(0.5) ? 'ascending' : 'descending' });
  }
  return sort;
}

/** One of the customers, or one that stands for all where there is none. */
export function someCustomer({ chance, customers }: Trial): Customer {
  return customers.length > 0 ? chance.oneOf(customers) : nobody;
}

/** The status that a customer has, as a filter. */
export function statusFilterOf(customer: Customer, trial: Trial): StatusFilter {
  // each status that the model gives is one of a filter
  return statusOf(customer, trial.call()) as StatusFilter;
}

/** Beginnings, middles and ends of what a customer is found by. */
export function partsOf({ name, id, externalId = '' }: Customer): readonly string[] {
  const texts = [name, id, externalId].filter((text) => text.trim() !== '');
  return texts.flatMap((text) => {
    // by code points, so that no letter is cut in half
    const letters = Array.from(text);
    return [text, letters.slice(0, 3).join(''), letters.slice(1, 4).join(''), letters.slice(-3).join('')];
  });
}

/** Some of the customers, each once, in the order of the list. */
export function someOf(chance: Chance, customers: readonly Customer[], most: number): readonly Customer[] {
  return customers.length <= most ? customers : customers.filter(() => chance.happens(most / customers.length));
}

const nobody: Customer = {
  id: 'nobody',
  name: 'Nobody',
  relationship: 'granted',
  beacons: { state: 'unavailable' },
  expirations: { state: 'unavailable' },
};
