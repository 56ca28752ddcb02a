const CUSTOM = /^<a?:\w{1,32}:(\d{17,20})>$/;
/** Asks for the coloured form of a character; Discord sends reactions with and without it. */
const COLOURED = /\u{FE0F}/gu;

/** Tells whether a reaction is the star of a server, which its settings name as `⭐` or `<:name:id>`. */
export function isStar(
  emoji: { readonly id: string | null; readonly name: string | null },
  star: string,
): boolean {
  const customId = CUSTOM.exec(star)?.[1];
  if (customId !== undefined) return emoji.id === customId;
  return emoji.id === null && emoji.name?.replace(COLOURED, '') === star.replace(COLOURED, '');
}
