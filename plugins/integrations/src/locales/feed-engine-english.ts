/** Why something cannot be followed, and what the staff is told when a feed stops. */
export const feedEngineEnglish = {
  errors: {
    'bad-target': '`target` leads to nothing that {{source}} has. {{accepted}}',
    twice: 'This is followed there already, as feed #{{number}}.',
    full: 'This server follows {{count, number}} feeds already, which is as many as it may. Remove one with `/feed remove`.',
    'no-such-feed':
      'There is no such feed here. Choose one of those that are suggested while you type, or give its number, such as `#3`.',
    channel: 'I cannot post in {{channel}}. I need **View Channel**, **{{send}}** and **Embed Links** there.',
    'not-a-channel': 'Feeds are posted in text channels, threads and forums. {{channel}} is none of them.',
    'not-paused': 'Feed #{{number}} is not paused.',
    'is-paused': 'Feed #{{number}} is paused already.',
    unchanged: 'Feed #{{number}} is like this already. Name what is to be changed.',
    'changed-since': 'Feed #{{number}} was changed since.',
    'not-removed': 'Feed #{{number}} is not removed.',
    'being-read': 'This is being read at this very moment. Try again in a minute.',
  },
  accepted: {
    rss: 'Give the address of a feed (RSS, Atom or JSON).',
    ao3: 'Give the address of a work, an author, a series or a tag.',
    twitter: 'Give the handle of an account, such as `@nasa`.',
    deviantart: 'Give the name of an artist, or the address of their page.',
  },
  notice: {
    line: '#{{number}} **{{name}}** in {{channel}}',
    more_one: 'and {{count, number}} more',
    more_other: 'and {{count, number}} more',
    failing: 'Paused, since it could not be read for a long time:',
    gone: 'Paused, since it is not there any more:',
    credentials:
      'Paused, since the credentials that it needs are missing or not taken any more. `/integrations credentials` enters them:',
    'channel-gone':
      'Paused, since its channel is gone. Choose another one with `/feed edit`, then `/feed resume` it; or take it away with `/feed remove`:',
    'no-permission':
      'Paused, since I may not post there. I need **View Channel**, **Send Messages** (in threads, **Send Messages in Threads**) and **Embed Links**:',
    resume: '`/feed resume` lets it go on with what came meanwhile. I shall not remind you.',
  },
} as const;
