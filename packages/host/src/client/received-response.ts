import type { ResponseLike } from 'discord.js';
import type { ReceivedAnswer } from './answer-request.ts';

/** What was received whole, in the shape in which discord.js reads it. */
export class ReceivedResponse implements ResponseLike {
  readonly body = null;
  readonly bodyUsed = false;
  readonly status: number;
  readonly statusText: string;
  readonly ok: boolean;
  readonly #received: ReceivedAnswer;
  #headers: Headers | undefined;

  constructor(received: ReceivedAnswer) {
    this.#received = received;
    this.status = received.status;
    this.statusText = received.statusText;
    this.ok = received.status >= 200 && received.status < 300;
  }

  get headers(): Headers {
    return (this.#headers ??= readHeaders(this.#received.rawHeaders));
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return new Uint8Array(this.#bytes()).buffer;
  }

  async text(): Promise<string> {
    return this.#bytes().toString();
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  #bytes(): Buffer {
    const { chunks } = this.#received;
    return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  }
}

function readHeaders(raw: readonly Buffer[]): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < raw.length; index += 2)
    headers.append(String(raw[index]), (raw[index + 1] ?? Buffer.alloc(0)).toString('latin1'));
  return headers;
}
