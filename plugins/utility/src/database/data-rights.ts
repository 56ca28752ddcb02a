import type { DataRights } from '@twi/database';
import { choiceDataRights } from './choice-data-rights.ts';

/** What is kept about people, and what erasing means for it. */
export const dataRights: DataRights = {
  ...choiceDataRights,
  quote_counters: { guild: 'guildId', erase: { keep: 'It names nobody.' } },
  // A quote goes with who said it; who wrote it down is no part of it.
  quotes: {
    guild: 'guildId',
    person: ['authorId', 'addedBy'],
    mentions: ['text', 'authorName'],
    erase: 'delete',
    eraseBy: { addedBy: 'anonymise', text: 'anonymise', authorName: 'anonymise' },
  },
  reminders: {
    guild: 'guildId',
    person: 'userId',
    mentions: ['text'],
    erase: 'delete',
    eraseBy: { text: 'anonymise' },
    // Kept for a while, so that its buttons can still put it off.
    retention: { column: 'dueAt', days: 30 },
  },
};
