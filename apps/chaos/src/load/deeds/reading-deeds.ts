import { command, type Deed } from './deed.ts';

/** What people look up: it leaves no trace, and has to be answered all the same. */
export const READING_DEEDS: readonly Deed[] = [
  command({ kind: 'chart', weight: 1, by: 'member' }, 'stats server'),
  command({ kind: 'leaderboard', weight: 2, by: 'member' }, 'stats leaderboard', () => ({ of: 'users' })),
  command({ kind: 'history', weight: 2, by: 'staff' }, 'history', ({ stage }) => ({
    user: stage.pickMember(),
  })),
  command({ kind: 'gallery-search', weight: 2, by: 'member' }, 'gallery search', () => ({ query: 'mark' })),
  command({ kind: 'quote-find', weight: 2, by: 'member' }, 'quote find', () => ({ search: 'mark' })),
  command({ kind: 'profile', weight: 2, by: 'member' }, 'creator-link get'),
  command({ kind: 'feeds', weight: 1, by: 'staff' }, 'feed list'),
  command({ kind: 'help', weight: 1, by: 'member' }, 'help'),
  command({ kind: 'roll', weight: 2, by: 'member' }, 'roll', () => ({ dice: '2d20+5' })),
  command({ kind: 'audit', weight: 1, by: 'staff' }, 'config show'),
];
