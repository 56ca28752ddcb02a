const HEADER_BYTES = 5;
const STARTUP_HEADER_BYTES = 4;
const LENGTH_BYTES = 4;

/**
 * Finds the statements in what a client sends to PostgreSQL
 * (https://www.postgresql.org/docs/current/protocol-message-formats.html).
 */
export class StatementCounter {
  readonly #onStatement: (text: string) => void;
  /** Texts of prepared statements by name. */
  readonly #prepared = new Map<string, string>();
  #bound = '';
  #rest: Buffer = Buffer.alloc(0);
  #hasStarted = false;

  constructor(onStatement: (text: string) => void) {
    this.#onStatement = onStatement;
  }

  read(bytes: Buffer): void {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    for (let length = this.#nextLength(); length > 0; length = this.#nextLength()) {
      if (this.#hasStarted) this.#take(this.#rest.subarray(0, length));
      this.#hasStarted = true;
      this.#rest = this.#rest.subarray(length);
    }
  }

  /** How long the next message is; 0 while it is not complete. The first one has no type. */
  #nextLength(): number {
    const typeBytes = this.#hasStarted ? 1 : 0;
    if (this.#rest.length < (this.#hasStarted ? HEADER_BYTES : STARTUP_HEADER_BYTES)) return 0;
    const length = typeBytes + this.#rest.readUInt32BE(typeBytes);
    return this.#rest.length < length ? 0 : length;
  }

  #take(message: Buffer): void {
    const type = String.fromCodePoint(message[0] ?? 0);
    const [first, second] = words(message.subarray(1 + LENGTH_BYTES));
    if (type === 'Q') this.#onStatement(first);
    else if (type === 'P') this.#prepared.set(first, second);
    else if (type === 'B') this.#bound = second;
    else if (type === 'E') this.#onStatement(this.#prepared.get(this.#bound) ?? '');
  }
}

/** The first two texts of a message; each ends with a zero. */
function words(body: Buffer): [string, string] {
  const firstEnd = body.indexOf(0);
  const secondEnd = body.indexOf(0, firstEnd + 1);
  return [
    body.toString('utf8', 0, Math.max(firstEnd, 0)),
    body.toString('utf8', firstEnd + 1, Math.max(secondEnd, firstEnd + 1)),
  ];
}
