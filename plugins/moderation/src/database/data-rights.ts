import type { DataRights } from '@twi/database';

/** What is kept about people, and why erasing leaves it. */
export const dataRights: DataRights = {
  case_counters: { guild: 'guildId', erase: { keep: 'It names nobody.' } },
  cases: {
    guild: 'guildId',
    person: ['targetId', 'moderatorId'],
    erase: {
      keep: 'A server needs its record of moderation to protect its members, and who was moderated could erase it otherwise. Ask the moderators of the server.',
    },
  },
  case_notes: {
    guild: 'guildId',
    person: 'authorId',
    erase: { keep: 'It is part of a case, which the server needs as its record of moderation.' },
  },
  log_pauses: { guild: 'guildId', erase: { keep: 'It names nobody.' } },
  pending_expiries: {
    guild: 'guildId',
    person: 'userId',
    erase: { keep: 'Without it, a temporary ban would never end. It goes when the ban does.' },
  },
};
