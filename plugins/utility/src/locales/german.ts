import type { Translation } from '@twi/sdk';
import { germanChoices } from './german-choices.ts';
import { germanInfo } from './german-info.ts';
import { germanQuotes } from './german-quotes.ts';
import { germanReminders } from './german-reminders.ts';
import type { english } from './english.ts';
import { germanCommands } from './german-commands.ts';

/** Informal, with “du”. */
export const german = {
  commands: germanCommands,
  ...germanChoices,
  info: germanInfo,
  quotes: germanQuotes,
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
    'bad-quote-length': '`text` nimmt {{min, number}} bis {{max, number}} Zeichen, nicht {{length, number}}.',
    'too-many-lines': '`text` hat {{lines, number}} Zeilen; höchstens {{max, number}} gehen.',
    'credit-twice': 'Gib entweder `user` an oder `name` für jemanden ohne Konto.',
    'bad-credit-name': '`name` nimmt 1 bis {{max, number}} Zeichen.',
    'too-many-quotes':
      'Mehr als {{max, number}} seiner Zitate kann dieser Server nicht behalten. Lösche eines, oder bitte das Team, `quoteMax` mit `/config set` zu erhöhen.',
    'no-such-quote':
      'Hier gibt es kein Zitat #{{number}}. Nimm eines von denen, die beim Tippen vorgeschlagen werden.',
    'bad-quote-number':
      '`number` versteht „{{given}}“ nicht. Gib die Nummer eines Zitats an, etwa `12`; `/quote find` sucht nach Wörtern.',
    'no-quotes': 'Hier gibt es noch keine Zitate. Mit `/quote add` kommt das erste.',
    'no-quote-found': 'In keinem Zitat steht „{{search}}“. Jedes Wort muss ein Wort des Zitats beginnen.',
    'bad-search': '`search` braucht ein Wort: Buchstaben oder Ziffern.',
    'not-your-quote': 'Zitat #{{number}} ist nicht deins, und die von anderen darfst du nicht ändern.',
    'nothing-to-change': 'Das steht dort schon. Gib ein neues `text`, `user` oder `name` an.',
    'quote-changed-since':
      'Zitat #{{number}} wurde inzwischen geändert. `/quote get` zeigt, was jetzt dort steht.',
    'quote-deleted-already': 'Zitat #{{number}} ist schon gelöscht.',
    'quote-not-deleted': 'Zitat #{{number}} ist nicht gelöscht.',
    'bad-question': '`question` nimmt 1 bis {{max, number}} Zeichen, nicht {{length, number}}.',
    'bad-amount-of-answers':
      '`answers` nimmt {{min, number}} bis {{max, number}} Antworten, nicht {{amount, number}}. Trenne sie mit `|`, wie in `Ja | Nein`.',
    'answer-too-long':
      'Die Antwort „{{given}}“ hat {{length, number}} Zeichen; Discord nimmt höchstens {{max, number}}.',
    'answer-twice': 'Die Antwort „{{given}}“ ist zweimal dabei. Gib jede einmal an.',
    'dice-twice': 'Gib entweder `dice` an oder `sides` und `amount`.',
    'unclear-moment':
      '`when` versteht „{{given}}“ nicht. Schreib zum Beispiel `10m`, `in 2 Stunden`, `morgen 9:00`, `nächsten Freitag 18:30` oder `24.12.2026 20:00`.',
    'moment-past': '`when` wäre {{at}}, und das ist vorbei. Nimm einen Zeitpunkt, der noch kommt.',
    'moment-too-far': '`when` wäre {{at}}. Höchstens {{years, number}} Jahre im Voraus gehen.',
    'bad-reminder-text': '`text` nimmt 1 bis {{max, number}} Zeichen, nicht {{length, number}}.',
    'too-many-reminders':
      'Mehr als {{max, number}} deiner Erinnerungen können hier nicht warten. Mit `/remind cancel` wirst du eine los.',
    'no-such-reminder':
      'Du hast hier keine Erinnerung „{{given}}“. Nimm eine von denen, die beim Tippen vorgeschlagen werden.',
    'reminder-gone':
      'Diese Erinnerung gibt es nicht mehr, oder ihr Zeitpunkt ist vorbei. Mit `/remind me` bekommst du eine neue.',
    'not-your-reminder': 'Das ist nicht deine Erinnerung.',
    'reminder-waiting': 'Diese Erinnerung kommt schon noch einmal: {{at}}.',
  },
} as const satisfies Translation<typeof english>;
