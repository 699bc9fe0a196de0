// Holds what `wtr --coverage` measured against the gates, and fails when a module
// of these folders was not measured at all.
import { readdirSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** Percent of lines and of branches, over all files of a gate together. A file belongs to each gate that it fits. */
const gates = [
  {
    name: 'permissions, links, expiry',
    files: /^src\/domain\/(.*\/)?[^/]*(permission|link|expir)[^/]*\.ts$/,
    lines: 100,
    branches: 100,
  },
  { name: 'src/domain', files: /^src\/domain\//, lines: 98, branches: 97 },
  { name: 'src/providers', files: /^src\/providers\//, lines: 98, branches: 97 },
];

const summary = JSON.parse(readFileSync('coverage/coverage-summary.json', 'utf8'));
const measured = new Map(
  Object.entries(summary)
    .filter(([path]) => path !== 'total')
    .map(([path, counts]) => [relative('.', path).replaceAll(sep, '/'), counts]),
);

const problems = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `src/${file.replaceAll(sep, '/')}`)
  .filter((file) => gates.some(({ files }) => files.test(file)) && !measured.has(file))
  .map((file) => `${file} was not measured: no test loads it`);

const percent = (files, kind) => {
  const sum = (what) => files.reduce((all, [, counts]) => all + counts[kind][what], 0);
  return sum('total') === 0 ? 100 : (100 * sum('covered')) / sum('total');
};

for (const gate of gates) {
  const files = [...measured].filter(([path]) => gate.files.test(path));
  if (files.length === 0) problems.push(`${gate.name}: no file fits this gate`);
  for (const kind of ['lines', 'branches']) {
    const value = percent(files, kind);
    const line = `${gate.name}: ${value.toFixed(2)} % of ${kind} (at least ${gate[kind]} %)`;
    console.log(line);
    if (value >= gate[kind]) continue;
    problems.push(line);
    const worst = files.filter((file) => percent([file], kind) < gate[kind]);
    problems.push(...worst.map(([path, counts]) => `  ${path}: ${counts[kind].covered} of ${counts[kind].total}`));
  }
}

if (problems.length) {
  console.error(`\nCoverage is not enough:\n${problems.join('\n')}`);
  process.exit(1);
}
