import { ProviderError } from '../provider-error.js';
import { failureOf, type Asked } from './problem.js';

/** In bytes: no page of a list comes near it, and what is larger would only hold up the screen. */
const largestReply = 32 * 1024 * 1024;

/**
 * A successful reply that has come as a whole, so that a time-out covers its body, too.
 *
 * @throws ProviderError For a failure, and `invalid-data` for a success that cannot have the JSON it should have.
 */
export async function wholeReply(response: Response, asked: Asked): Promise<Response> {
  const { status, headers, body } = response;
  // a redirect may lead to another origin, and every header of the host would go there
  const isRedirect = response.type === 'opaqueredirect' || (status >= 300 && status < 400);
  if (isRedirect) return refuse(body, 'The server redirects');
  if (status === 206) return refuse(body, 'The server answered a part');
  if (Number(headers.get('content-length')) > largestReply) return refuse(body, 'The answer is too large');
  const text = await readText(body);
  if (!response.ok) throw failureOf(response, text, asked);
  return new Response(text, { headers });
}

/**
 * The JSON of a whole reply.
 *
 * @throws ProviderError `invalid-data` where it is none.
 */
export async function readJson(reply: Response): Promise<unknown> {
  try {
    return await reply.json();
  } catch {
    throw new ProviderError('invalid-data', 'The server answered no JSON');
  }
}

async function readText(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > largestReply) return refuse(reader, 'The answer is too large');
    text += decoder.decode(read.value, { stream: true });
  }
  return text + decoder.decode();
}

/** Nobody wants the rest. */
async function refuse(body: { cancel(): Promise<void> } | null | undefined, why: string): Promise<never> {
  await body?.cancel();
  throw new ProviderError('invalid-data', why);
}
