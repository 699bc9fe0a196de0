/** Where relative links resolve while they are checked and the page has no address of its own, as `about:blank`. */
const placeholderBase = 'https://page.invalid';

const placeholder = /\{([^{}]*)\}/;

/** What the URL parser drops or reads as a slash; a template that holds any of it is not what it looks like. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const deceptive = /[\u0000-\u001f\u007f\\]/;

const webProtocol = /^https?:$/;

/** A path of the base's own site: whatever is filled in, encoded, leads nowhere else, and need not be looked at. */
const ownPath = /^\/(?!\/)/;

/**
 * Fills a link template such as `/orgs/{id}/beacons` with URL-encoded values. `undefined`, which means text instead of
 * a link (`docs/rules.md §1.4`):
 *
 * - without a template;
 * - for a placeholder that has no value, or an empty or dotted one as a part of the path, which would lead elsewhere;
 * - for everything that is not a web address: only `https:`, `http:` and relative references become links, so that no
 *   template and no value ever becomes a script.
 *
 * A relative reference comes back relative. Never throws.
 *
 * @param values By the placeholders' names.
 * @param base The address that relative references are resolved against; any that is no web address will do as well.
 */
export function linkFromTemplate(
  template: string | null | undefined,
  values: Readonly<Record<string, string>>,
  base: string,
): string | undefined {
  if (!template?.trim() || deceptive.test(template)) return undefined;
  const pathLength = template.search(/[?#]|$/);
  const segments = template.slice(0, pathLength).split('/');
  const filledSegments = segments.map((segment) => fillSegment(segment, values));
  const filledRest = fill(template.slice(pathLength), values);
  if (filledRest === undefined || !filledSegments.every((segment) => segment !== undefined)) return undefined;
  const link = filledSegments.join('/') + filledRest;
  return ownPath.test(link) || isWebAddress(link, webBase(base)) ? link : undefined;
}

function fillSegment(segment: string, values: Readonly<Record<string, string>>): string | undefined {
  const filled = fill(segment, values);
  // a path without its value, or one step up, is another page's address
  return filled !== segment && /^\.{0,2}$/.test(filled ?? '') ? undefined : filled;
}

function fill(text: string, values: Readonly<Record<string, string>>): string | undefined {
  // every second part is the name of a placeholder
  const parts = text.split(placeholder).map((part, index) => (index % 2 ? encodedValue(part, values) : literal(part)));
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** A brace that is left over belongs to no placeholder: a slip in the template, not an address. */
function literal(text: string): string | undefined {
  return /[{}]/.test(text) ? undefined : text;
}

function encodedValue(name: string, values: Readonly<Record<string, string>>): string | undefined {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (typeof value !== 'string') return undefined;
  try {
    return encodeURIComponent(value);
  } catch {
    // half a surrogate pair: no URL can carry it
    return undefined;
  }
}

function isWebAddress(url: string, base?: string): boolean {
  try {
    return webProtocol.test(new URL(url, base).protocol);
  } catch {
    return false;
  }
}

/** The last answer of {@link webBase}: a table asks of one base for each of its links. */
let lastBase = { base: '', web: placeholderBase };

function webBase(base: string): string {
  if (lastBase.base !== base) lastBase = { base, web: isWebAddress(base) ? base : placeholderBase };
  return lastBase.web;
}
