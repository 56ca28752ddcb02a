import type { Translation } from '@twi/sdk';
import { germanChoices } from './german-choices.ts';
import { germanReminders } from './german-reminders.ts';
import type { english } from './english.ts';
import { germanCommands } from './german-commands.ts';

/** Informal, with “du”. */
export const german = {
  commands: germanCommands,
  ...germanChoices,
  reminders: germanReminders,
  pages: { previous: 'Zurück', next: 'Weiter' },
  dice: { 'natural-20': 'Natürliche 20!', 'natural-1': 'Natürliche 1.' },
  errors: {
    'bad-dice':
      '`dice` versteht „{{given}}“ nicht. Höchstens 100 Zeichen wie `2d20+5`, `4d6dl1` (ohne den niedrigsten), `2d20kh1` (nur der höchste), `d6!` (eine Sechs würfelt noch einmal) oder `d%`.',
    'bad-amount-of-dice': 'Das sind nicht 1 bis {{max, number}} Würfel. Nimm weniger, wie in `20d6`.',
    'bad-sides':
      'Ein Würfel hat {{min, number}} bis {{max, number}} Seiten. Nimm eine andere Zahl, wie in `2d20`.',
    'number-too-large': 'Das wird zu groß. Neben Würfeln gehen Zahlen bis {{max, number}}.',
    'dice-twice': 'Gib entweder `dice` an oder `sides` und `amount`.',
    'unclear-moment':
      '`when` versteht „{{given}}“ nicht. Schreib zum Beispiel `10m`, `in 2 Stunden`, `morgen 9:00`, `nächsten Freitag 18:30` oder `24.12.2026 20:00`.',
    'moment-past': '`when` wäre {{at}}, und das ist vorbei. Nimm einen Zeitpunkt, der noch kommt.',
    'moment-too-far': '`when` wäre {{at}}. Höchstens {{years, number}} Jahre im Voraus gehen.',
    'bad-reminder-text': '`text` hat {{length, number}} Zeichen; 1 bis {{max, number}} gehen.',
    'too-many-reminders':
      'Du hast hier schon {{max, number}} Erinnerungen, mehr gehen nicht. Mit `/remind cancel` wirst du eine los.',
    'no-such-reminder':
      'Du hast hier keine Erinnerung „{{given}}“. Nimm eine von denen, die beim Tippen vorgeschlagen werden.',
    'reminder-gone':
      'Diese Erinnerung gibt es nicht mehr, oder ihr Zeitpunkt ist vorbei. Mit `/remind me` bekommst du eine neue.',
    'not-your-reminder': 'Das ist nicht deine Erinnerung.',
    'reminder-waiting': 'Diese Erinnerung kommt schon noch einmal: {{at}}.',
  },
} as const satisfies Translation<typeof english>;
