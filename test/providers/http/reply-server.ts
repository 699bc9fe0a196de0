import { executeServerCommand } from '@web/test-runner-commands';

/** What the server answers; `tools/reply-server.mjs` says what the parts mean. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly hides?: boolean;
  readonly ends?: 'cut' | 'reset' | 'drip' | 'stream' | 'never';
}

/** What the server was asked. */
export interface ReceivedRequest {
  readonly method: string;
  /** After the base URL. */
  readonly path: string;
  readonly headers: Readonly<Partial<Record<string, string>>>;
  readonly body: string;
  /** The page hung up before the reply was over. */
  readonly isAbandoned: boolean;
}

/** A base URL at which a script of replies comes. */
export interface ScriptedServer {
  readonly url: string;
  /** The same under another origin. */
  readonly otherOrigin: string;
  /** What was asked by now, preflight requests apart. */
  received(): Promise<readonly ReceivedRequest[]>;
}

/** Has the server give these replies one after another, the last one again and again. */
export async function scriptReplies(...replies: readonly Reply[]): Promise<ScriptedServer> {
  const { number, url, otherOrigin } = await executeServerCommand<
    { number: number; url: string; otherOrigin: string },
    readonly Reply[]
  >('script-replies', replies);
  return {
    url,
    otherOrigin,
    received: () => executeServerCommand<readonly ReceivedRequest[], number>('received-requests', number),
  };
}

/** A reply with JSON. */
export function json(value: unknown, reply: Reply = {}): Reply {
  return {
    ...reply,
    headers: { 'content-type': 'application/json', ...reply.headers },
    body: JSON.stringify(value),
  };
}

/** A failure with problem details. */
export function problem(status: number, details: object, headers: Reply['headers'] = {}): Reply {
  return json(details, { status, headers: { 'content-type': 'application/problem+json', ...headers } });
}
