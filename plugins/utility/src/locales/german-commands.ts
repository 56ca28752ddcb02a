import type { CommandTranslation } from '@twi/sdk';

export const germanCommands = {
  roll: {
    description: 'Würfeln',
    options: {
      dice: 'Was: 2d20+5, 4d6dl1 (ohne den niedrigsten) oder 2d20kh1 (nur der höchste)',
      sides: 'Wie viele Seiten jeder Würfel hat. Normalerweise: 20',
      amount: 'Wie viele Würfel. Normalerweise: 1',
      modifier: 'Was zur Summe dazukommt; unter null geht es ab',
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
