import type { Translation } from '@twi/sdk';
import type { readingEnglish, readingErrorsEnglish } from './reading-english.ts';

export const readingGerman = {
  'gone-channel': 'gelöschter Kanal',
  'gone-person': 'unbekannte Person',
  left: '{{name}} (nicht mehr hier)',
  server: 'Dieser Server',
  days_one: '{{what}}: heute',
  days_other: '{{what}}: letzte {{count, number}} Tage',
  nothing: 'In dieser Zeit wurde nichts gezählt.',
  'opted-out': '<@{{userId}}> möchte nicht gezählt werden, also gibt es nichts zu zeigen.',
  messages: 'Nachrichten',
  'per-day': '{{count, number}} ({{rate, number}} am Tag)',
  people: 'Aktive Personen',
  'people-of': '{{count, number}} von {{members, number}} Mitgliedern',
  'people-now': '{{count, number}} (jetzt {{members, number}} Mitglieder)',
  attachments: 'Anhänge',
  reactions: 'Reaktionen',
  voice: 'Zeit im Sprachchat',
  growth: 'Mitglieder',
  joined: '{{joins, number}} gekommen, {{leaves, number}} gegangen ({{net}})',
  'top-people': 'Wer am meisten schrieb',
  'top-channels': 'Wo am meisten los war',
  'top-threads': 'Threads, in denen am meisten los war',
  'top-line': '{{place}}. {{name}}: {{count, number}}',
  'in-sight': 'Personen und Kanäle: nur, wo du lesen kannst.',
  'in-all-sight': 'Personen und Kanäle: nur, wo alle Mitglieder lesen können.',
  'chart-messages': 'Nachrichten am Tag',
  'chart-hours': 'Nachrichten in der Stunde',
  count:
    '**{{count, number}}** Nachrichten in {{channel}} seit {{since}}: **{{rate, number}}** in der Stunde.',
  'count-of-days':
    'Stunden sind {{days, number}} Tage lang bekannt, darum ist das nach ganzen Tagen gezählt, vom Anfang des ersten an.',
} as const satisfies Translation<typeof readingEnglish>;

export const readingErrorsGerman = {
  'cannot-see':
    'Du kannst <#{{channelId}}> nicht lesen, darum zeige ich keine Zahlen davon. Wähl einen Kanal, den du lesen kannst.',
  'not-for-all':
    'Nicht alle Mitglieder können <#{{channelId}}> lesen, darum zeige ich seine Zahlen nicht allen. Lass `public` weg.',
  'no-thread': 'Das ist kein Thread. Wähl einen mit `target`.',
  'no-channel': 'Hier wird nichts gezählt. Wähl einen Kanal mit `target`.',
} as const satisfies Translation<typeof readingErrorsEnglish>;
