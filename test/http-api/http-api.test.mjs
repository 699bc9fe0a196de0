// The contract of the HTTP provider, as a document that tools can read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { parse } from 'yaml';

const contract = parse(readFileSync('docs/http-api.openapi.yaml', 'utf8'));
const operations = Object.values(contract.paths).flatMap(({ get, post, patch }) =>
  [get, post, patch].filter((operation) => operation !== undefined),
);

test('it is OpenAPI 3.1, and every reference leads somewhere', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(contract));
  assert.ok(valid, JSON.stringify(errors, null, 2));
  assert.equal(validator.version, '3.1');
  assert.doesNotThrow(() => validator.resolveRefs());
});

test('every operation says what it is for and how it fails', () => {
  for (const { operationId, summary, responses } of operations) {
    assert.ok(summary, operationId);
    assert.deepEqual(responses.default, { $ref: '#/components/responses/Problem' }, operationId);
  }
});

test('a change carries a key, so that sending it again changes nothing twice', () => {
  const changes = operations.filter(({ tags }) => tags.includes('Change'));
  assert.equal(changes.length, 3);
  for (const { operationId, parameters } of changes) {
    assert.ok(
      parameters.some(({ $ref }) => $ref === '#/components/parameters/IdempotencyKey'),
      operationId,
    );
  }
});

test('every schema that is described is used', () => {
  const text = JSON.stringify(contract);
  // an event stream has no schema for the data of its events
  const unused = Object.keys(contract.components.schemas).filter(
    (name) => name !== 'CustomersHint' && !text.includes(`"#/components/schemas/${name}"`),
  );
  assert.deepEqual(unused, []);
});
