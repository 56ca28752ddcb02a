/** What an item can be. */
export const ALL_ITEM_KINDS = ['image', 'video', 'audio', 'file', 'text', 'link'] as const;

/** What an item is. */
export type ItemKind = (typeof ALL_ITEM_KINDS)[number];

/** Tells whether a text names a kind. */
export function isItemKind(text: string): text is ItemKind {
  return (ALL_ITEM_KINDS as readonly string[]).includes(text);
}
