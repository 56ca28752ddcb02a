import { Transform, type TransformCallback } from 'node:stream';

const END_OF_HEAD = '\r\n\r\n';
const LENGTH_BITS = 0x7f;
const LENGTH_IN_TWO_BYTES = 126;
const LENGTH_IN_EIGHT_BYTES = 127;
const READY = /"t":"READY"/;

/**
 * Passes what a WebSocket server sends on as whole frames (RFC 6455, section 5.2), so that others can be put in between,
 * and says which shard they are for.
 */
export class WholeFrames extends Transform {
  readonly #onShard: (shardId: number) => void;
  #rest: Buffer = Buffer.alloc(0);
  #isUpgraded = false;
  #isKnown = false;

  constructor(onShard: (shardId: number) => void) {
    super();
    this.#onShard = onShard;
  }

  override _transform(bytes: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const end = this.#endOfWhole();
    if (end > 0) this.push(this.#rest.subarray(0, end));
    this.#rest = this.#rest.subarray(end);
    done();
  }

  #endOfWhole(): number {
    let end = 0;
    if (!this.#isUpgraded) {
      const head = this.#rest.indexOf(END_OF_HEAD);
      if (head === -1) return 0;
      this.#isUpgraded = true;
      end = head + END_OF_HEAD.length;
    }
    for (let length = this.#frameLength(end); length > 0; length = this.#frameLength(end)) {
      if (!this.#isKnown) this.#look(this.#rest.toString('utf8', end, end + length));
      end += length;
    }
    return end;
  }

  /** How long the frame is that begins there; 0 while it is not complete. */
  #frameLength(start: number): number {
    const bytes = this.#rest.subarray(start);
    const short = (bytes[1] ?? 0) & LENGTH_BITS;
    const head = short === LENGTH_IN_EIGHT_BYTES ? 10 : short === LENGTH_IN_TWO_BYTES ? 4 : 2;
    if (bytes.length < head) return 0;
    const body = head === 10 ? Number(bytes.readBigUInt64BE(2)) : head === 4 ? bytes.readUInt16BE(2) : short;
    return bytes.length < head + body ? 0 : head + body;
  }

  #look(frame: string): void {
    if (!READY.test(frame)) return;
    this.#isKnown = true;
    this.#onShard(Number(/"shard":\[(\d+),/.exec(frame)?.[1] ?? 0));
  }
}
