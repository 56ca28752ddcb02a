/** What is said around leaderboards, charts and tables. */
export const viewEnglish = {
  pages: {
    previous: 'Previous',
    next: 'Next',
    place: '{{from, number}} to {{to, number}} of {{total, number}}',
  },
  leaderboard: {
    users_one: 'Who wrote most today',
    users_other: 'Who wrote most in the last {{count, number}} days',
    channels_one: 'The busiest channels today',
    channels_other: 'The busiest channels of the last {{count, number}} days',
    emoji_one: 'The most used emoji today',
    emoji_other: 'The most used emoji of the last {{count, number}} days',
    commands_one: 'The most used commands today',
    commands_other: 'The most used commands of the last {{count, number}} days',
    line: '{{place, number}}. {{name}}: {{count, number}}',
    'emoji-line':
      '{{place, number}}. {{name}}: {{count, number}} ({{inMessages, number}} in messages, {{inReactions, number}} in reactions)',
    'failed-line': '{{place, number}}. {{name}}: {{count, number}} ({{failures, number}} failed)',
    you: '{{who}}: place {{place, number}} with {{count, number}}',
    'you-out': '{{who}}: not counted. /stats opt-in begins anew.',
    'you-none': '{{who}}: nothing counted in this time',
  },
  heatmap: {
    title_one: 'When people write: today',
    title_other: 'When people write: last {{count, number}} days',
    chart: 'Messages by weekday and hour',
    zone: 'Hours by the clock of {{timeZone}}',
    since: 'Hours are kept for 90 days, so this begins on {{day}}.',
  },
  growth: {
    title_one: 'Members: today',
    title_other: 'Members: last {{count, number}} days',
    joins: 'Joined',
    leaves: 'Left',
    net: 'Net',
    members: 'Members now',
    chart: 'Joined and left',
    away: 'I was away {{from}} to {{to}}: who came or left then is not known, and the members went from {{before, number}} to {{after, number}}.',
    'more-away_one': 'I was away once more.',
    'more-away_other': 'I was away {{count, number}} more times.',
    'away-day': '{{day}} (away)',
  },
  usage: {
    title_one: 'Commands: today',
    title_other: 'Commands: last {{count, number}} days',
    chart: 'Commands by day',
    uses: 'Uses',
    top: 'Most used',
  },
  export: {
    done: 'The numbers of {{from}} to {{to}}. Of channels it holds those that you can read; sums of the server are of all.',
    part: 'More of them.',
  },
} as const;

export const viewErrorsEnglish = {
  'may-not-see-channel': 'You cannot read that channel yourself. Choose one that you can read.',
  'backfill-over': 'This is over already. `/stats backfill` begins anew; what is counted stays counted.',
  'not-your-pages': 'Somebody else asked for this list. `/stats leaderboard` shows you your own.',
} as const;
