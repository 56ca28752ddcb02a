import type { DataRights } from '@twi/database';
import { importDataRights } from './import-data-rights.ts';
import { repostDataRights } from './repost-data-rights.ts';
import { starboardDataRights } from './starboard-data-rights.ts';

/** What is kept about people, and what erasing means. */
export const dataRights: DataRights = {
  counters: { guild: 'guildId', erase: { keep: 'It names nobody.' } },
  destinations: { guild: 'guildId', person: 'addedBy', erase: 'anonymise' },
  files: {
    guild: 'guildId',
    mentions: ['name', 'alt', 'address'],
    erase: 'anonymise',
  },
  item_tags: { guild: 'guildId', mentions: ['tag'], erase: 'delete' },
  // The work of a person goes with them; what they collected of others stays, without their name.
  items: {
    guild: 'guildId',
    person: ['creatorId', 'sourceAuthorId', 'addedBy'],
    mentions: ['title', 'url', 'description', 'creator', 'tags', 'sourceUrl'],
    erase: 'anonymise',
    eraseBy: { creatorId: 'delete', sourceAuthorId: 'delete' },
  },
  tallies: { guild: 'guildId', person: 'name', erase: 'delete' },
  ...importDataRights,
  ...repostDataRights,
  ...starboardDataRights,
};
