import type { ErrorCode } from '../../domain/availability.js';

const codes: ReadonlyMap<number, ErrorCode> = new Map([
  [400, 'invalid-query'],
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'unsupported'],
  [406, 'unsupported'],
  [408, 'timeout'],
  [409, 'conflict'],
  [410, 'not-found'],
  [412, 'conflict'],
  [413, 'invalid-query'],
  [414, 'invalid-query'],
  [415, 'unsupported'],
  [422, 'invalid-query'],
  [425, 'unavailable'],
  [428, 'conflict'],
  [429, 'rate-limited'],
  [451, 'forbidden'],
  [501, 'unsupported'],
  [504, 'timeout'],
]);

/**
 * What a failure means by its status alone, for every provider that speaks HTTP; `docs/http-api.openapi.yaml` has the
 * table.
 *
 * @param isRead Whether something was asked for; else it was to be changed.
 */
export function codeOfStatus(status: number, isRead: boolean): ErrorCode {
  return codeFor(codes.get(status) ?? (status < 500 ? 'unknown' : 'unavailable'), isRead);
}

/** The code for the kind of request: what is wrong with a change is its input, even where the server says query. */
export function codeFor(code: ErrorCode, isRead: boolean): ErrorCode {
  return code === 'invalid-query' && !isRead ? 'invalid-input' : code;
}
