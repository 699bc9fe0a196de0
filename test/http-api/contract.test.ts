import { expect } from '@open-wc/testing';
import { parse } from 'yaml';
import { errorCodes } from '../../src/domain/availability.js';
import type { BeaconConnectivity } from '../../src/domain/beacons.js';
import type { Relationship } from '../../src/domain/customer.js';
import { defaultExpirationPolicy } from '../../src/domain/expirations.js';
import { customersSortFields, type CustomersQuery, type SortDirection } from '../../src/domain/query.js';
import { refusalReasons } from '../../src/domain/refusal-reason.js';
import { checkBulkResult } from '../../src/providers/checked-bulk-result.js';
import { checkDescription } from '../../src/providers/checked-description.js';
import { checkPage } from '../../src/providers/checked-page.js';
import type { CustomersHint, CustomersPage, ProviderDescription } from '../../src/providers/customers-provider.js';
import { readHintEvents } from '../../src/providers/http/hint-events.js';
import { httpFeatures } from '../../src/providers/http/http-provider.js';
import { failureOf } from '../../src/providers/http/problem.js';
import * as requests from '../../src/providers/http/requests.js';
import { codeOfStatus } from '../../src/providers/http/status-codes.js';
import { callWith } from '../providers/samples.js';

let contract: unknown;
before(async () => {
  contract = parse(await (await fetch('/docs/http-api.openapi.yaml')).text());
});

/** What stands at a place of the contract; nothing where there is no such place, which no expectation takes. */
function at(...path: readonly (string | number)[]): unknown {
  let value = contract;
  // as: whatever it is, it is only looked into
  for (const key of path) value = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  return value;
}

const schema = (...path: readonly (string | number)[]) => at('components', 'schemas', ...path);
const json = ['content', 'application/json'] as const;
const problemJson = ['content', 'application/problem+json'] as const;
const names = (record: Readonly<Record<string, true>>) => Object.keys(record);

describe('docs/http-api.openapi.yaml: every word that the code knows', () => {
  it('of codes, reasons, columns and features', () => {
    expect(schema('ErrorCode', 'enum')).to.deep.equal([...errorCodes]);
    expect(schema('RefusalReason', 'enum')).to.deep.equal([...refusalReasons]);
    expect(schema('SortField', 'enum')).to.deep.equal([...customersSortFields]);
    expect(schema('Description', 'properties', 'features', 'items', 'examples')).to.deep.equal([...httpFeatures]);
  });

  it('of everything else that is one of a few', () => {
    // the compiler asks for every word of a type, and for no other
    const paging: Record<NonNullable<ProviderDescription['paging']>, true> = { offset: true, cursor: true };
    const scope: Record<NonNullable<ProviderDescription['scope']>, true> = { managed: true };
    const relationship: Record<Relationship, true> = { managed: true, granted: true };
    const direction: Record<SortDirection, true> = { ascending: true, descending: true };
    const include: Record<NonNullable<CustomersQuery['include']>[number], true> = { total: true, statusCounts: true };
    const precision: Record<NonNullable<CustomersPage['total']>['precision'], true> = {
      exact: true,
      estimate: true,
      'at-least': true,
    };
    const connectivity: Record<BeaconConnectivity, true> = {
      ok: true,
      warning: true,
      offline: true,
      disabled: true,
      unknown: true,
    };
    const hints: Record<CustomersHint['type'], true> = { changed: true, invalidated: true, progress: true };
    expect(schema('Description', 'properties', 'paging', 'enum')).to.deep.equal(names(paging));
    expect([schema('Description', 'properties', 'scope', 'const')]).to.deep.equal(names(scope));
    const query = ['CustomersQuery', 'properties'] as const;
    expect(schema(...query, 'relationship', 'enum')).to.deep.equal(names(relationship));
    expect(schema('Customer', 'properties', 'relationship', 'enum')).to.deep.equal(names(relationship));
    expect(schema(...query, 'sort', 'items', 'properties', 'direction', 'enum')).to.deep.equal(names(direction));
    expect(schema(...query, 'include', 'items', 'enum')).to.deep.equal(names(include));
    const total = ['CustomersPage', 'properties', 'total', 'properties'] as const;
    expect(schema(...total, 'precision', 'enum')).to.deep.equal(names(precision));
    expect(schema('Beacon', 'properties', 'connectivity', 'enum')).to.deep.equal(names(connectivity));
    const types = [0, 1, 2].map((index) => schema('CustomersHint', 'oneOf', index, 'properties', 'type', 'const'));
    expect(types).to.deep.equal(names(hints));
  });

  it('of thresholds that hold where nobody says otherwise', () => {
    const { graceDays, horizons } = defaultExpirationPolicy;
    expect(schema('Policy', 'properties', 'graceDays', 'default')).to.equal(graceDays);
    expect(schema('Policy', 'properties', 'horizons', 'default')).to.deep.equal(horizons);
  });
});

it('docs/http-api.openapi.yaml: the table of statuses is what the provider goes by', () => {
  const rows = [...String(at('info', 'description')).matchAll(/^\| `(\S+)` +\| (.*?) +\|/gm)];
  expect(rows).to.have.length(11);
  const listed = rows.map(([, code = '', statuses = '']) => ({
    code,
    statuses: [...statuses.matchAll(/\d{3}/g)].map(Number),
    isRead: !statuses.includes('of a change'),
    isChange: !statuses.includes('of a read'),
  }));
  const named = new Set(listed.flatMap(({ statuses }) => statuses));
  for (let status = 400; status < 600; status += 1) {
    const rest = status < 500 ? 'unknown' : 'unavailable';
    const codeIn = (kind: 'isRead' | 'isChange') =>
      listed.find((row) => row[kind] && row.statuses.includes(status))?.code ?? (named.has(status) ? undefined : rest);
    expect(codeOfStatus(status, true), `${status} of a read`).to.equal(codeIn('isRead'));
    expect(codeOfStatus(status, false), `${status} of a change`).to.equal(codeIn('isChange'));
  }
});

describe('docs/http-api.openapi.yaml: each example', () => {
  it('of a description is one that the elements take as it is', () => {
    const example = at('paths', '/description', 'get', 'responses', '200', ...json, 'example');
    // as: an object, or the test fails below
    const { features, ...description } = example as { readonly features: unknown };
    expect(checkDescription(description)).to.deep.equal(description);
    expect(httpFeatures).to.include.members(features as readonly string[]);
  });

  it('of a question is what the provider sends', () => {
    const example = at('paths', '/customers/query', 'post', 'requestBody', ...json, 'example');
    // as: an object, or the test fails below
    const { query, locale, timeZone, now } = example as Record<string, string> & { readonly query: CustomersQuery };
    const call = callWith({ locale: String(locale), timeZone: String(timeZone), now: new Date(String(now)) });
    expect(JSON.parse(JSON.stringify(requests.customers(query, call).body))).to.deep.equal(example);
  });

  it('of a page is one that the elements take as it is', () => {
    const example = at('paths', '/customers/query', 'post', 'responses', '200', ...json, 'example');
    const { items, ...page } = checkPage(example);
    const rows = items.map((row) => (row.kind === 'customer' ? row.customer : row));
    expect(JSON.parse(JSON.stringify({ items: rows, ...page }))).to.deep.equal(example);
  });

  it('of a bulk result has outcomes that can be read', () => {
    const example = at('components', 'responses', 'BulkResult', ...json, 'example');
    const outcomes = checkBulkResult(example, ['row-1', 'row-2']);
    expect(outcomes.get('row-1')).to.deep.equal({ kind: 'done', id: '10483' });
    expect(outcomes.get('row-2')).to.deep.include({ kind: 'refused', code: 'conflict', reason: 'external-id-taken' });
  });

  for (const [name, isRead] of [
    ['Problem', true],
    ['RefusedChange', false],
  ] as const) {
    it(`of a failure (${name}) has the code of its status, and nothing of it is lost`, () => {
      const example = at('components', 'responses', name, ...problemJson, 'example');
      // as: an object, or the test fails below
      const { code, ...problem } = example as { readonly code: string; readonly status: number };
      const reply = new Response(null, { status: problem.status });
      const error = failureOf(reply, JSON.stringify(example), { sent: new Headers(), isRead });
      expect(error.code).to.equal(code).and.to.equal(codeOfStatus(problem.status, isRead));
      expect(error.problem).to.deep.equal(problem);
    });
  }

  it('of a stream of hints is heard', async () => {
    const example = String(at('paths', '/hints', 'get', 'responses', '200', 'content', 'text/event-stream', 'example'));
    const heard: unknown[] = [];
    const { body } = new Response(`${example}\n`);
    if (!body) return expect.fail('no stream');
    await readHintEvents(
      body,
      {
        onHint: (hint) => heard.push(hint),
        onId: (id) => heard.push(id),
        onRetry: () => undefined,
        onLife: () => undefined,
      },
      new AbortController().signal,
    );
    expect(heard).to.deep.equal(['41', { type: 'changed', ids: ['10482'] }, '42', { type: 'invalidated' }]);
  });
});
