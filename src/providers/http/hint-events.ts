import { createParser } from 'eventsource-parser';
import * as v from 'valibot';
import type { CustomersHint } from '../customers-provider.js';
import { readOrNothing } from '../reading.js';
import { text } from '../schema.js';
import { isCount, isListOf, isText } from '../value-checks.js';
import { unlessAborted } from './waiting.js';

/** In characters. No hint comes near it. */
const largestEvent = 1024 * 1024;

/** What a header takes. */
const sendable = /^[\x20-\x7e]+$/;

const count = v.custom<number>(isCount);
const hintSchema = v.variant('type', [
  v.object({ type: v.literal('changed'), ids: v.custom<readonly string[]>((ids) => isListOf(ids, isText)) }),
  v.object({ type: v.literal('invalidated') }),
  v.object({ type: v.literal('progress'), field: text, known: count, of: count }),
]);

/** Who is told what a stream of hints says. */
export interface HintEventsListener {
  onHint(hint: CustomersHint): void;
  /** How far the stream has come; undefined where its server takes that back, or said what no header takes. */
  onId(lastEventId: string | undefined): void;
  /** The server sets the first wait before the stream is opened again, in milliseconds. */
  onRetry(milliseconds: number): void;
  /** Something came, and if it was a sign of life only. */
  onLife(): void;
}

/** Reads a stream of server-sent events to its end. Rejects where it breaks, or the signal aborts. */
export async function readHintEvents(
  body: ReadableStream<Uint8Array>,
  listener: HintEventsListener,
  signal: AbortSignal,
): Promise<void> {
  const parser = createParser({
    maxBufferSize: largestEvent,
    onRetry: (milliseconds) => listener.onRetry(milliseconds),
    onEvent: ({ id, event, data }) => {
      if (id !== undefined) listener.onId(sendable.test(id) ? id : undefined);
      if (event === undefined) listener.onHint(hintFrom(data));
    },
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { value } = await unlessAborted(reader.read(), signal);
      if (!value) return;
      listener.onLife();
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } finally {
    // a body that broke rejects here once more
    void reader.cancel().catch(() => undefined);
  }
}

/** A hint that cannot be read still says that something changed. */
function hintFrom(data: string): CustomersHint {
  try {
    return readOrNothing(hintSchema, JSON.parse(data)) ?? { type: 'invalidated' };
  } catch {
    return { type: 'invalidated' };
  }
}
