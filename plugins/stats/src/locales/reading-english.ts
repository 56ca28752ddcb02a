/** What is said about numbers. */
export const readingEnglish = {
  'gone-channel': 'deleted channel',
  'gone-person': 'unknown person',
  left: '{{name}} (left)',
  server: 'This server',
  days_one: '{{what}}: today',
  days_other: '{{what}}: last {{count, number}} days',
  nothing: 'Nothing was counted in this time.',
  'opted-out': '<@{{userId}}> does not want to be counted, so there is nothing to show.',
  messages: 'Messages',
  'per-day': '{{count, number}} ({{rate, number}} a day)',
  people: 'Active people',
  'people-of': '{{count, number}} of {{members, number}} members',
  'people-now': '{{count, number}} ({{members, number}} members now)',
  attachments: 'Attachments',
  reactions: 'Reactions',
  voice: 'Voice time',
  growth: 'Members',
  joined: '{{joins, number}} joined, {{leaves, number}} left ({{net}})',
  'top-people': 'Top people',
  'top-channels': 'Top channels',
  'top-threads': 'Top threads',
  'top-line': '{{place}}. {{name}}: {{count, number}}',
  'in-sight': 'People and channels: only where you can read.',
  'in-all-sight': 'People and channels: only where every member can read.',
  'chart-messages': 'Messages a day',
  'chart-hours': 'Messages an hour',
  count: '**{{count, number}}** messages in {{channel}} since {{since}}: **{{rate, number}}** an hour.',
  'count-of-days':
    'Hours are known for {{days, number}} days, so this is counted by whole days, from the beginning of the first.',
} as const;

/** Why numbers are not shown. */
export const readingErrorsEnglish = {
  'cannot-see':
    'You cannot read <#{{channelId}}>, so I do not show its numbers. Choose a channel that you can read.',
  'not-for-all':
    'Not every member can read <#{{channelId}}>, so I do not show its numbers to all. Leave out `public`.',
  'no-thread': 'This is no thread. Choose one with `target`.',
  'no-channel': 'Nothing is counted here. Choose a channel with `target`.',
} as const;
