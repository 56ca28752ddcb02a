/** What a server says that takes no connections at present, such as `57P03` while it starts up. */
export interface Refusal {
  /** https://www.postgresql.org/docs/current/errcodes-appendix.html */
  readonly code: string;
  readonly message: string;
}

const LENGTH_BYTES = 4;

/** A refusal as it is sent (https://www.postgresql.org/docs/current/protocol-message-formats.html, ErrorResponse). */
export function renderRefusal({ code, message }: Refusal): Buffer {
  const fields = [`SFATAL`, `VFATAL`, `C${code}`, `M${message}`].map((field) => `${field}\0`);
  const body = Buffer.from(`${fields.join('')}\0`);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(LENGTH_BYTES + body.length);
  return Buffer.concat([Buffer.from('E'), length, body]);
}
