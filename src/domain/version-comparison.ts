import {
  chosenFields,
  fieldsOf,
  versionDifferences,
  type VersionChoice,
  type VersionDifference,
} from './customer-changes.js';
import type { CustomerFields } from './customer-draft.js';
import type { CustomerDetails } from './customer.js';

/** What two people have made of one customer, and what the viewer has chosen of it so far. Never changes itself. */
export class VersionComparison {
  /** Whatever is not the same in both versions, in the order of the form. */
  readonly differences: readonly VersionDifference[];
  readonly #latest: CustomerDetails;
  readonly #choices: ReadonlyMap<string, VersionChoice>;

  /** @param latest The customer as somebody else has left it. */
  static of(before: CustomerFields, mine: CustomerFields, latest: CustomerDetails): VersionComparison {
    return new VersionComparison(versionDifferences(before, mine, latest), latest, new Map());
  }

  private constructor(
    differences: readonly VersionDifference[],
    latest: CustomerDetails,
    choices: ReadonlyMap<string, VersionChoice>,
  ) {
    this.differences = differences;
    this.#latest = latest;
    this.#choices = choices;
  }

  /** Which version is to stand; `undefined` where the viewer has yet to choose. */
  choiceOf({ key, suggested }: VersionDifference): VersionChoice | undefined {
    return this.#choices.get(key) ?? suggested;
  }

  /** The first difference that the viewer has yet to choose in. */
  get open(): VersionDifference | undefined {
    return this.differences.find((difference) => this.choiceOf(difference) === undefined);
  }

  /** The fields that come of what was chosen. */
  get fields(): CustomerFields {
    return chosenFields(fieldsOf(this.#latest), this.differences, this.#choices);
  }

  choose(key: string, choice: VersionChoice): VersionComparison {
    return new VersionComparison(this.differences, this.#latest, new Map([...this.#choices, [key, choice]]));
  }
}
