import { messageEvent } from './message-event.ts';
import type { Writer } from './writers.ts';

/** https://docs.discord.com/developers/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000;
const TIMESTAMP_SHIFT = 22n;
/** Bytes that are handed to the network at once. */
const CHUNK_BYTES = 65_536;
/** Above all that the sandbox has sent. */
const FIRST_SEQUENCE = 1_000_000;
/** A whole text (RFC 6455, section 5.2). */
const WHOLE_TEXT = 0x81;
const LENGTH_IN_TWO_BYTES = 126;
const MOST_IN_TWO_BYTES = 65_535;

/** An event that no bot reacts to by itself; it comes after all others. */
export const END_EVENT = 'INTEGRATION_UPDATE';

/** Makes what Discord's gateway sends when these people write so many messages now, and {@link END_EVENT} after them. */
export function messageFrames(writers: readonly Writer[], count: number): Buffer[] {
  const timestamp = new Date().toISOString();
  const firstId = BigInt(Date.now() - DISCORD_EPOCH_MS) << TIMESTAMP_SHIFT;
  const frames = Array.from({ length: count }, (_, at) => {
    const writer = writers[at % writers.length]!;
    const other = writers[(at * 3 + 1) % writers.length]!;
    const id = String(firstId + BigInt(at));
    return frameOf('MESSAGE_CREATE', at, messageEvent(writer, { at, id, timestamp }, other));
  });
  frames.push(frameOf(END_EVENT, count, {}));
  return inChunks(frames);
}

/** One event in one frame; `at` says which one it is. */
export function frameOf(event: string, at: number, data: object): Buffer {
  const text = Buffer.from(JSON.stringify({ t: event, s: FIRST_SEQUENCE + at, op: 0, d: data }));
  if (text.length < LENGTH_IN_TWO_BYTES) return Buffer.concat([Buffer.of(WHOLE_TEXT, text.length), text]);
  if (text.length > MOST_IN_TWO_BYTES) throw new RangeError(`A message of ${text.length} bytes is too long.`);
  const head = Buffer.of(WHOLE_TEXT, LENGTH_IN_TWO_BYTES, text.length >> 8, text.length & 0xff);
  return Buffer.concat([head, text]);
}

/** Whole frames alone, so that what the sandbox sends in between stands between two of them. */
function inChunks(frames: readonly Buffer[]): Buffer[] {
  const chunks: Buffer[] = [];
  let first = 0;
  let bytes = 0;
  frames.forEach(({ length }, at) => {
    bytes += length;
    if (bytes < CHUNK_BYTES && at < frames.length - 1) return;
    chunks.push(Buffer.concat(frames.slice(first, at + 1)));
    first = at + 1;
    bytes = 0;
  });
  return chunks;
}
