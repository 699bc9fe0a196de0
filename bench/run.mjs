// Measures this package against its peers and against `ideal`: `npm run bench`. With `--quick` only the portal, and
// this package against `ideal` at 10,000 rows, held against gates. docs/performance.md says what each figure means. Ctrl+C ends the
// run after the page that is being measured, and prints what there is.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serve } from '../tools/serve.mjs';
import { buildPages, pagesFolder } from './build.mjs';
import { gates, goals } from './goals.mjs';
import { measurePortal } from './measure/portal.mjs';
import { expectationsFor, measure, measureCycles } from './measure/steps.mjs';
import { goalsTable, judge, median, ours, peersTable, portalTable, reference, Results } from './report.mjs';

const isQuick = process.argv.includes('--quick');
const bench = fileURLToPath(new URL('./', import.meta.url));

/** Milliseconds from the navigation to the portal's first customers. */
const portalGoal = 1000;
const portalLoads = 5;

const others = [
  'lit-virtualizer',
  'regular-table',
  'revogrid',
  'vaadin-grid',
  'ag-grid',
  'tanstack',
  'tabulator',
  'ui5-table',
  'spectrum-table',
];
const peers = isQuick ? [reference, ours] : [reference, ours, ...others];
const sizes = isQuick ? [10_000] : [100_000, 10_000, 1_000, 1_000_000];
/** How often each page is loaded and measured; the median counts. */
const rounds = isQuick ? 3 : 5;
const roundsOfPeers = 3;
/** Where rows are so many that loading them takes longest. */
const manyRows = 1_000_000;
const roundsOfManyRows = 1;
/** What mounting leaves behind does not depend on the rows, so few are enough to see it. */
const cycleSize = 1_000;

function roundsOf(peer, size) {
  const isPeer = peer !== reference && peer !== ours;
  if (size === manyRows) return isPeer ? 0 : roundsOfManyRows;
  return isPeer ? roundsOfPeers : rounds;
}

/** The peers are no dependencies of the package, so they come when they are first needed. */
function installPeers() {
  if (existsSync(`${bench}node_modules`)) return;
  execFileSync('npm', ['ci', '--prefix', bench, '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: 'inherit' });
}

let isInterrupted = false;
process.once('SIGINT', () => {
  isInterrupted = true;
});

const results = new Results();
const failures = new Map();

/** Does one measurement; a peer that shows what it should not is said to, and the others go on. */
async function attempt(peer, size, act) {
  if (failures.has(`${peer} ${size}`)) return;
  try {
    const figures = await act();
    for (const [forSize, values] of figures) results.add(peer, forSize, values);
  } catch (error) {
    failures.set(`${peer} ${size}`, error.message.split('\n')[0]);
  }
}

async function measurePeers() {
  const sizesOfPages = await buildPages(peers);
  const server = await serve(pagesFolder);
  try {
    for (const [peer, { later, ...bytes }] of Object.entries(sizesOfPages)) {
      results.add(peer, undefined, { ...bytes, laterGzip: later.gzip });
    }
    const expected = new Map();
    const expectedAt = async (size) => {
      if (!expected.has(size)) expected.set(size, await expectationsFor(server.url, size));
      return expected.get(size);
    };
    // interleaved, so that what disturbs the machine for a while disturbs all of them
    for (let round = 0; round < rounds; round++) {
      for (const size of sizes) {
        for (const peer of peers.filter((candidate) => round < roundsOf(candidate, size))) {
          console.error(`round ${round + 1}, ${size} rows: ${peer}`);
          await attempt(peer, size, async () => {
            const { scriptEvaluation, ...figures } = await measure(server.url, peer, size, await expectedAt(size));
            return [
              [undefined, { scriptEvaluation }],
              [size, figures],
            ];
          });
          if (isInterrupted) return;
        }
      }
      // that the elements leave nothing behind is a test's to say; a quick run is about speed
      if (isQuick || round > 0) continue;
      for (const peer of peers) {
        console.error(`mount cycles: ${peer}`);
        await attempt(peer, undefined, async () => [
          [undefined, await measureCycles(server.url, peer, cycleSize, await expectedAt(cycleSize))],
        ]);
        if (isInterrupted) return;
      }
    }
  } finally {
    await server.close();
  }
}

if (!isQuick) installPeers();

const portal = await measurePortal(portalLoads);
await measurePeers();
await writeFile(`${pagesFolder}/results.json`, JSON.stringify({ results, failures: [...failures] }));

console.log(`
${portalTable(portal, portalGoal)}

Medians; in brackets the ratio to \`${reference}\` in the same round.

${peersTable(
  results,
  peers,
  sizes.toSorted((a, b) => a - b),
)}

${goalsTable(results, isQuick ? gates : goals)}
`);

const problems = [...failures].map(([what, why]) => `${what}: ${why}`);
for (const peer of peers) {
  for (const size of sizes) {
    if (results.figure(peer, size, 'jumpToEnd') === Infinity)
      problems.push(`${peer} ${size}: the last row never comes.`);
  }
}
if (median(portal.customers) > portalGoal) problems.push('The first customers of the portal come too late.');
if (isQuick) {
  for (const { measure: what, isMet } of judge(results, gates))
    if (!isMet) problems.push(`The gate of ${what} is missed.`);
}
for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;
