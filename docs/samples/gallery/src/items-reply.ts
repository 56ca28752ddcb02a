import type { Page } from '@twi/database';
import { customId, reply, type PlainReply } from '@twi/sdk';
import type { Selectable } from 'kysely';
import type { ItemsTable } from './schema.ts';

// #region reply
/** A page of items. Its buttons carry where they lead, so they still work after a restart. */
export function itemsReply({ rows, previous, next }: Page<Selectable<ItemsTable>>): PlainReply {
  const lines = rows.map(({ title }) => title);
  return reply.list(lines, {
    title: 'Gallery',
    empty: 'There is nothing here yet.',
    ...(previous !== undefined && { previous: customId('gallery', 'page', previous) }),
    ...(next !== undefined && { next: customId('gallery', 'page', next) }),
  });
}
// #endregion
