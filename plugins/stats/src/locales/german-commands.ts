import type { CommandTranslation } from '@twi/sdk';

const days = 'Wie viele Tage, heute mitgezählt. Normalerweise: 7';
const shown = 'Allen hier zeigen, was alle Mitglieder sehen dürfen. Normalerweise: nur dir';
const period = { days, public: shown };

/** German for what the commands and their options say of themselves. */
export const germanCommands = {
  messagecount: {
    description: 'Die Nachrichten der letzten Stunden in einem Kanal zählen',
    options: {
      channel: 'Der Kanal mit seinen Threads oder Beiträgen',
      hours: 'Wie viele Stunden, 1 bis 8760; ab 90 Tagen zählen ganze Tage',
      public: shown,
    },
  },
  stats: {
    description: 'Wer hier schreibt, redet und dazukommt, in Zahlen und Diagrammen',
    subcommands: {
      server: { description: 'Die Zahlen dieses Servers zeigen', options: period },
      channel: {
        description: 'Die Zahlen eines Kanals mit seinen Threads oder Beiträgen zeigen',
        options: { target: 'Der Kanal. Normalerweise: dieser', ...period },
      },
      user: {
        description: 'Die Zahlen eines Mitglieds zeigen, aus Kanälen, die du lesen kannst',
        options: { target: 'Das Mitglied. Normalerweise: du', ...period },
      },
      role: {
        description: 'Die Zahlen der Mitglieder mit einer Rolle zeigen, aus Kanälen, die du lesen kannst',
        options: { target: 'Die Rolle', ...period },
      },
      category: {
        description: 'Die Zahlen der Kanäle einer Kategorie zeigen, die du lesen kannst',
        options: { target: 'Die Kategorie', ...period },
      },
      thread: {
        description: 'Die Zahlen eines Threads oder Beitrags zeigen',
        options: { target: 'Der Thread oder Beitrag. Normalerweise: dieser', ...period },
      },
      leaderboard: {
        description: 'Zeigen, wer, wo oder was am aktivsten ist, Seite für Seite',
        options: { of: 'Wovon die Rangliste ist', ...period },
        choices: {
          of: { users: 'Personen', channels: 'Kanäle', emoji: 'Emojis', commands: 'Befehle' },
        },
      },
      heatmap: { description: 'Zeigen, zu welchen Stunden der Woche geschrieben wird', options: period },
      growth: { description: 'Zeigen, wie viele kamen und gingen', options: period },
      commands: { description: 'Zeigen, welche Befehle wie oft benutzt werden', options: period },
      export: {
        description: 'Die Zahlen als Tabellen (CSV) bekommen, von Kanälen, die du lesen kannst',
        options: { days },
      },
      'opt-out': { description: 'Deine Zahlen hier löschen und nicht mehr gezählt werden' },
      'opt-in': { description: 'Von jetzt an wieder gezählt werden' },
      backfill: {
        description: 'Zählen, was früher geschrieben wurde, jede Nachricht einmal',
        options: {
          channel: 'Der Kanal oder das Forum, mit Threads oder Beiträgen',
          days: 'Wie viele Tage zurück. Normalerweise: 30',
        },
      },
    },
  },
} as const satisfies Record<string, CommandTranslation>;
