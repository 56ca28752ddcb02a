const LONGEST_LABEL = 28;
/** Discord's limit for the description of an attachment (Resources › Message › Attachment). */
const LONGEST_ALT = 1_024;

/** What people typed, as a label: on one line, not endless, and without what no SVG may hold. */
export function labelText(text: string, length = LONGEST_LABEL): string {
  const plain = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u{FFFE}\u{FFFF}]+/gu, ' ')
    .trim();
  // Whole code points, so that no letter is cut in half.
  const letters = Array.from(plain);
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : plain;
}

/** A sentence, and then as many of the parts as fit. */
export function altText(sentence: string, parts: readonly string[]): string {
  let text = sentence;
  for (const [index, part] of parts.entries()) {
    const rest = parts.length - index;
    const next = `${text}${index === 0 ? ' ' : ', '}${part}`;
    // Room is kept for saying how many are missing.
    if (next.length > LONGEST_ALT - 24) return `${text} and ${rest} more.`;
    text = next;
  }
  return parts.length > 0 ? `${text}.` : text;
}
