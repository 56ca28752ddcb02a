const PROLOG_BYTES = 200;

/** Reads the bytes of a document in the encoding that its header or its prolog names (RFC 7303, section 3); else UTF-8. */
export function decodeText(bytes: Uint8Array, contentType = ''): string {
  const prolog = new TextDecoder('latin1').decode(bytes.subarray(0, PROLOG_BYTES));
  const named =
    /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? /^\s*<\?xml[^>]*encoding=["']([\w-]+)/.exec(prolog)?.[1];
  return decoder(named).decode(bytes);
}

function decoder(encoding = 'utf-8'): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch {
    // Nobody knows this encoding, and most that is mislabelled is UTF-8.
    return new TextDecoder();
  }
}
