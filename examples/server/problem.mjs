// @ts-check
// Failures as RFC 9457 problem details with a code (docs/http-api.openapi.yaml).

/** @import { ErrorCode } from '../../src/domain/availability.js' */
/** @import { RefusalReason } from '../../src/domain/refusal-reason.js' */

/**
 * @typedef {object} Blame
 * @property {ErrorCode} [code] Default: that of the status.
 * @property {RefusalReason} [reason] Why a change was refused, as the contract names it.
 * @property {readonly { field: string, detail: string }[]} [fields] What of the change is to blame.
 */

/** @type {Readonly<Record<number, readonly [code: ErrorCode, title: string]>>} */
const problems = {
  400: ['invalid-query', 'The request cannot be understood'],
  401: ['unauthenticated', 'Nobody is signed in'],
  403: ['forbidden', 'Not permitted'],
  404: ['not-found', 'Not found'],
  409: ['conflict', 'In conflict with what is there'],
  412: ['conflict', 'Changed by somebody else meanwhile'],
  413: ['invalid-query', 'Too much at once'],
  415: ['unsupported', 'Another content type is needed'],
  422: ['invalid-input', 'The change cannot be carried out'],
  428: ['conflict', 'The version is missing'],
  500: ['unavailable', 'Something went wrong on the server'],
  501: ['unsupported', 'Not offered'],
};

/** What ends a request with a problem. */
export class Problem extends Error {
  /**
   * @param {keyof typeof problems} status
   * @param {string} [detail] What happened this time; the viewer may read it.
   * @param {Blame} [blame]
   */
  constructor(status, detail, blame = {}) {
    super(detail ?? problems[status]?.[1]);
    this.status = status;
    this.detail = detail;
    this.blame = blame;
  }

  /** The code that the viewer's page goes by. */
  get code() {
    return this.blame.code ?? problems[this.status]?.[0] ?? 'unknown';
  }

  toJSON() {
    const { status, code, detail, blame } = this;
    const { reason, fields } = blame;
    const said = { ...(detail && { detail }), ...(reason && { reason }), ...(fields && { fields }) };
    return { type: 'about:blank', title: problems[status]?.[1], status, code, ...said };
  }
}

/** @param {Problem} problem */
export function problemResponse(problem) {
  return Response.json(problem, {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      ...(problem.status === 401 && { 'www-authenticate': 'Bearer' }),
    },
  });
}
