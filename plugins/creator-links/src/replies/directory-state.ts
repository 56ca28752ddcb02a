import { customId, parseCustomId } from '@twi/sdk';

/** What a page of the directory shows. All of it travels in the custom ids of its buttons, so they outlive the process. */
export interface DirectoryState {
  readonly platform?: string | undefined;
  readonly query?: string | undefined;
  readonly cursor?: string | undefined;
}

/** The longest query that fits into a custom id, beside a cursor. */
export const MAX_QUERY_LENGTH = 50;

/** The custom id of a button that shows a page. */
export function turnButton({ cursor = '', platform = '', query = '' }: DirectoryState): string {
  return customId('creator-links', 'directory', [cursor, platform, query].join(':'));
}

/** The page that a button shows, or `undefined` when it is another's. */
export function parseTurnButton(id: string): DirectoryState | undefined {
  const parsed = parseCustomId(id);
  if (parsed?.plugin !== 'creator-links' || parsed.handler !== 'directory') return undefined;
  // What somebody searched for may have colons in it, and so stands last.
  const [cursor, platform, ...query] = parsed.state.split(':');
  return {
    cursor: cursor || undefined,
    platform: platform || undefined,
    query: query.join(':') || undefined,
  };
}
