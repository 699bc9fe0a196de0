// Makes Markdown of what was measured.
import { pageMeasures, sizeMeasures } from './measures.mjs';

/** The peer that every ratio is to, and the one whose goals are looked at. */
export const reference = 'ideal';
export const ours = 'customers-overview';

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
const range = (numbers) => `${Math.round(Math.min(...numbers))}–${Math.round(Math.max(...numbers))}`;
const count = (number) => number.toLocaleString('en');

/** What was measured: runs by peer and size (`undefined` for what does not depend on it), each a record of figures. */
export class Results {
  #runs = new Map();

  #key = (peer, size) => `${peer} ${size}`;

  add(peer, size, figures) {
    const key = this.#key(peer, size);
    this.#runs.set(key, [...(this.#runs.get(key) ?? []), figures]);
  }

  runs(peer, size) {
    return this.#runs.get(this.#key(peer, size)) ?? [];
  }

  #figures(peer, size, measure) {
    return this.runs(peer, size)
      .map((figures) => figures[measure])
      .filter((figure) => figure !== undefined);
  }

  /** The median of the runs; `undefined` where there is none. */
  figure(peer, size, measure) {
    const figures = this.#figures(peer, size, measure);
    return figures.length ? median(figures) : undefined;
  }

  /** The median of the ratios to the reference, each in the same round, so that both had the same noise. */
  ratio(peer, size, measure) {
    const other = this.#figures(reference, size, measure);
    const ratios = this.#figures(peer, size, measure)
      .map((figure, round) => figure / other[round])
      .filter((ratio) => Number.isFinite(ratio));
    return ratios.length ? median(ratios) : undefined;
  }

  toJSON() {
    return Object.fromEntries(this.#runs);
  }
}

const table = (header, rows) =>
  [
    `| ${header.join(' | ')} |`,
    `| ${header.map((_, column) => (column ? '---:' : '---')).join(' | ')} |`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

function cell(results, peer, size, { id, write, isPlain }) {
  const figure = results.figure(peer, size, id);
  if (figure === undefined) return '–';
  const ratio = peer === reference || isPlain ? undefined : results.ratio(peer, size, id);
  return ratio === undefined ? write(figure) : `${write(figure)} (${ratio.toFixed(ratio < 10 ? 1 : 0)}×)`;
}

/** Every figure of every peer: the median, and in brackets its ratio to `ideal`. */
export function peersTable(results, peers, sizes) {
  const rowsOf = (measure, size, title) => [title, ...peers.map((peer) => cell(results, peer, size, measure))];
  const anywhere = (measure, size) => peers.some((peer) => results.figure(peer, size, measure.id) !== undefined);
  const rows = pageMeasures
    .filter((measure) => anywhere(measure, undefined))
    .map((measure) => rowsOf(measure, undefined, measure.title));
  for (const measure of sizeMeasures) {
    for (const size of sizes.filter((size) => anywhere(measure, size))) {
      rows.push(rowsOf(measure, size, `${measure.title}: ${count(size)}`));
    }
  }
  for (const size of sizes) {
    rows.push([`runs: ${count(size)}`, ...peers.map((peer) => String(results.runs(peer, size).length))]);
  }
  return table(['', ...peers], rows);
}

/** What is wanted of our figures, what was reached, and whether that is enough. */
export function judge(results, goals) {
  return goals.map((goal) => {
    const { kind, measure, most, size, from } = goal;
    const figure = results.figure(ours, size, measure);
    const reached =
      kind === 'ratio'
        ? results.ratio(ours, size, measure)
        : kind === 'growth'
          ? figure / results.figure(ours, from, measure)
          : figure;
    return { ...goal, reached, isMet: reached !== undefined && !Number.isNaN(reached) && reached <= most };
  });
}

/** The goals, met or missed; those that were not measured say so. */
export function goalsTable(results, goals) {
  const measures = new Map([...pageMeasures, ...sizeMeasures].map((measure) => [measure.id, measure]));
  const rows = judge(results, goals).map(({ kind, measure, most, size, from, reached, isMet }) => {
    const { title, write } = measures.get(measure);
    const written = (value) =>
      value === Number.MAX_VALUE ? 'reached' : kind === 'limit' ? write(value) : `${value.toFixed(2)}×`;
    const of = kind === 'ratio' ? ` of ${reference}` : kind === 'growth' ? ` of ${count(from)}` : '';
    const isMeasured = reached !== undefined && !Number.isNaN(reached);
    return [
      `${title}${size === undefined ? '' : `: ${count(size)}`}`,
      `${most === Number.MAX_VALUE ? '' : '≤ '}${written(most)}${of}`,
      isMeasured ? written(reached) : '–',
      isMeasured ? (isMet ? 'met' : 'missed') : 'not measured',
    ];
  });
  return table([`${ours}`, 'goal', 'measured', ''], rows);
}

/** The cold start of the portal. */
export function portalTable({ paint, customers, scripts, gzip }, goal) {
  const row = (what, numbers, wanted) => [what, `${Math.round(median(numbers))} ms`, `${range(numbers)} ms`, wanted];
  return table(
    [`The portal page, 2,000 customers, ${paint.length} cold loads`, 'median', 'range', 'goal'],
    [
      row('first paint with content', paint, ''),
      row('first customers on screen', customers, `≤ ${goal} ms`),
      ['scripts loaded by then, gzip', `${(gzip / 1000).toFixed(1)} kB`, `${scripts} files`, '≤ 30 kB'],
    ],
  );
}
