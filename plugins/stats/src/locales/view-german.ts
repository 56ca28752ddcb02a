import type { Translation } from '@twi/sdk';
import type { viewEnglish, viewErrorsEnglish } from './view-english.ts';

export const viewGerman = {
  pages: {
    previous: 'Zurück',
    next: 'Weiter',
    place: '{{from, number}} bis {{to, number}} von {{total, number}}',
  },
  leaderboard: {
    users_one: 'Wer heute am meisten schrieb',
    users_other: 'Wer in den letzten {{count, number}} Tagen am meisten schrieb',
    channels_one: 'Wo heute am meisten los ist',
    channels_other: 'Wo in den letzten {{count, number}} Tagen am meisten los war',
    emoji_one: 'Die Emojis des Tages',
    emoji_other: 'Die häufigsten Emojis der letzten {{count, number}} Tage',
    commands_one: 'Die häufigsten Befehle heute',
    commands_other: 'Die häufigsten Befehle der letzten {{count, number}} Tage',
    line: '{{place, number}}. {{name}}: {{count, number}}',
    'emoji-line':
      '{{place, number}}. {{name}}: {{count, number}} ({{inMessages, number}} in Nachrichten, {{inReactions, number}} in Reaktionen)',
    'failed-line': '{{place, number}}. {{name}}: {{count, number}} ({{failures, number}} gescheitert)',
    you: '{{who}}: Platz {{place, number}} mit {{count, number}}',
    'you-out': '{{who}}: wird nicht gezählt. /stats opt-in fängt neu an.',
    'you-none': '{{who}}: in dieser Zeit nichts gezählt',
  },
  heatmap: {
    title_one: 'Wann geschrieben wird: heute',
    title_other: 'Wann geschrieben wird: letzte {{count, number}} Tage',
    chart: 'Nachrichten nach Wochentag und Stunde',
    zone: 'Stunden nach der Uhr von {{timeZone}}',
    since: 'Stunden werden 90 Tage lang aufgehoben, darum beginnt das am {{day}}.',
  },
  growth: {
    title_one: 'Mitglieder: heute',
    title_other: 'Mitglieder: letzte {{count, number}} Tage',
    joins: 'Dazugekommen',
    leaves: 'Gegangen',
    net: 'Unterm Strich',
    members: 'Mitglieder jetzt',
    chart: 'Dazugekommen und gegangen',
    away: 'Ich war von {{from}} bis {{to}} weg: Wer da kam oder ging, weiß niemand, und aus {{before, number}} Mitgliedern wurden {{after, number}}.',
    'more-away_one': 'Ich war noch einmal weg.',
    'more-away_other': 'Ich war noch {{count, number}} Mal weg.',
    'away-day': '{{day}} (weg)',
  },
  usage: {
    title_one: 'Befehle: heute',
    title_other: 'Befehle: letzte {{count, number}} Tage',
    chart: 'Befehle je Tag',
    uses: 'Benutzt',
    top: 'Die häufigsten',
  },
  export: {
    done: 'Die Zahlen vom {{from}} bis zum {{to}}. Von den Kanälen sind die dabei, die du lesen kannst; die Summen des Servers sind von allen.',
    part: 'Noch mehr davon.',
  },
} as const satisfies Translation<typeof viewEnglish>;

export const viewErrorsGerman = {
  'may-not-see-channel': 'Diesen Kanal kannst du selbst nicht lesen. Wähl einen, den du lesen kannst.',
  'backfill-over': 'Das ist schon vorbei. `/stats backfill` fängt neu an; was gezählt ist, bleibt gezählt.',
  'not-your-pages': 'Diese Liste wollte jemand anderes sehen. `/stats leaderboard` zeigt dir deine eigene.',
} as const satisfies Translation<typeof viewErrorsEnglish>;
