// What stands in a cell, as elements, for peers whose cells are made by hand.
import {
  beaconsHref,
  beaconsText,
  customerHref,
  distanceText,
  expiryText,
  externalIdText,
  hasExpiryLink,
  statusClass,
  statusText,
} from '../data/row.js';

function link(className, href, text) {
  const anchor = document.createElement('a');
  anchor.className = className;
  anchor.href = href;
  anchor.textContent = text;
  return anchor;
}

function span(...content) {
  const element = document.createElement('span');
  element.append(...content);
  return element;
}

/** One element for each column. */
export const cellElements = {
  name: (row) => link('name', customerHref(row), row.name),
  id: (row) => span(row.id),
  externalId: (row) => span(externalIdText(row)),
  beacons(row) {
    if (row.beacons < 0) return span(beaconsText(row));
    const anchor = link('beacons', beaconsHref(row), beaconsText(row));
    if (row.problems) anchor.dataset.problems = row.problems;
    return anchor;
  },
  expiryDay(row) {
    const text = expiryText(row);
    return hasExpiryLink(row) ? span(link('expiry', '#expirations', text), distanceText(row)) : span(text);
  },
  status(row) {
    const badge = span(statusText(row));
    badge.className = statusClass(row);
    return badge;
  },
};
