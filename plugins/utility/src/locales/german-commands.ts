import type { CommandTranslation } from '@twi/sdk';
import { germanChoiceCommands } from './german-choice-commands.ts';

export const germanCommands = {
  ...germanChoiceCommands,
  avatar: {
    description: 'Das Bild von jemandem zeigen',
    options: { user: 'Von wem; eine ID geht auch. Normalerweise: deins' },
  },
  info: {
    description: 'Zeigen, was über Leute, Rollen und diesen Server bekannt ist',
    subcommands: {
      user: {
        description: 'Zeigen, was über jemanden bekannt ist',
        options: { user: 'Über wen; eine ID geht auch. Normalerweise: über dich' },
      },
      server: { description: 'Zeigen, was über diesen Server bekannt ist' },
      role: { description: 'Zeigen, was über eine Rolle bekannt ist', options: { role: 'Welche Rolle' } },
    },
  },
  poll: {
    description: 'Alle hier etwas fragen',
    options: {
      question: 'Was du fragst',
      answers: '2 bis 10 Antworten, mit | getrennt, jede höchstens 55 Zeichen lang',
      hours: 'Wie lange man abstimmen kann. Normalerweise: 24; höchstens 768, das sind 32 Tage',
      multiple: 'Ob mehrere Antworten gehen. Normalerweise: nein',
    },
  },
  roll: {
    description: 'Würfeln',
    options: {
      dice: 'Was: 2d20+5, 4d6dl1 (ohne den niedrigsten) oder 2d20kh1 (nur der höchste)',
      sides: 'Wie viele Seiten jeder Würfel hat. Normalerweise: 20',
      amount: 'Wie viele Würfel. Normalerweise: 1',
      modifier: 'Was zur Summe dazukommt; unter null geht es ab',
    },
  },
  quote: {
    description: 'Zitate dieses Servers',
    subcommands: {
      add: {
        description: 'Ein Zitat festhalten',
        options: {
          text: 'Was gesagt wurde; \\n beginnt eine neue Zeile',
          user: 'Wer es gesagt hat',
          name: 'Wer es gesagt hat, ohne Konto hier',
        },
      },
      get: {
        description: 'Ein Zitat zeigen, ohne Nummer irgendeines',
        options: { number: 'Welches; tippe eine Nummer oder ein Wort' },
      },
      find: {
        description: 'Zitate suchen',
        options: { search: 'Wörter, die darin stehen; auch Anfänge von Wörtern' },
      },
      who: {
        description: 'Zeigen, wer ein Zitat festgehalten hat',
        options: { number: 'Welches; tippe eine Nummer oder ein Wort' },
      },
      edit: {
        description: 'Ein Zitat ändern',
        options: {
          number: 'Welches; tippe eine Nummer oder ein Wort',
          text: 'Was stattdessen dort steht',
          user: 'Wer es gesagt hat',
          name: 'Wer es gesagt hat, ohne Konto hier',
        },
      },
      delete: {
        description: 'Ein Zitat löschen; seine Nummer bleibt seine',
        options: { number: 'Welches; tippe eine Nummer oder ein Wort' },
      },
    },
  },
  remind: {
    description: 'Dich später an etwas erinnern lassen',
    subcommands: {
      me: {
        description: 'Dich an etwas erinnern lassen',
        options: {
          when: '10m, in 2 Stunden, morgen 9:00, nächsten Freitag 18:30, 24.12.2026 20:00',
          text: 'Woran',
        },
      },
      list: { description: 'Zeigen, woran du erinnert wirst' },
      cancel: {
        description: 'Eine Erinnerung streichen',
        options: { reminder: 'Welche; tippe ein Wort daraus' },
      },
    },
  },
} as const satisfies Record<string, CommandTranslation>;
