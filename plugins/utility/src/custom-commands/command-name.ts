/** Letters and numbers of any language, with hyphens and underscores between and around them. */
const NAME = /^[\p{L}\p{M}\p{N}_-]{1,32}$/u;

/**
 * The one way in which a name is written, whatever the case and however its characters were typed, or `undefined` for what
 * is no name.
 */
export function commandName(typed: string): string | undefined {
  const name = typed.normalize('NFKC').toLowerCase().trim();
  return NAME.test(name) ? name : undefined;
}
