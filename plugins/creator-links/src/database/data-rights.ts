import type { DataRights } from '@twi/database';

/** What is kept about people, and what erasing means for it. */
export const dataRights: DataRights = {
  creators: { guild: 'guildId', person: 'userId', erase: 'delete' },
  creator_links: {
    guild: 'guildId',
    person: ['userId', 'verifiedBy', 'hiddenBy'],
    mentions: ['title', 'titleKey', 'url', 'username'],
    // Their links go. Those of others lose who verified or hid them, and the id of whoever asks.
    erase: 'anonymise',
    eraseBy: { userId: 'delete' },
  },
  link_checks: { erase: { keep: 'It goes with the link that it is about.' } },
  link_edits: { mentions: ['before', 'after'], erase: 'anonymise' },
  links: {
    guild: 'guildId',
    person: ['addedBy', 'changedBy'],
    mentions: ['title', 'titleKey', 'content', 'tag'],
    erase: 'anonymise',
  },
};
