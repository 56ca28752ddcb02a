import type { Translation } from '@twi/sdk';
import { spanishChoices } from './spanish-choices.ts';
import { spanishInfo } from './spanish-info.ts';
import { spanishQuotes } from './spanish-quotes.ts';
import { spanishReminders } from './spanish-reminders.ts';
import type { english } from './english.ts';
import { spanishCommands } from './spanish-commands.ts';

/** Informal, with “tú”. */
export const spanish = {
  commands: spanishCommands,
  ...spanishChoices,
  info: spanishInfo,
  quotes: spanishQuotes,
  reminders: spanishReminders,
  pages: { previous: 'Anterior', next: 'Siguiente' },
  dice: { 'natural-20': '¡20 natural!', 'natural-1': '1 natural.' },
  errors: {
    'bad-dice':
      '`dice` no acepta «{{given}}». Escribe hasta 100 caracteres como `2d20+5`, `4d6dl1` (sin el más bajo), `2d20kh1` (solo el más alto), `d6!` (un seis se repite) o `d%`.',
    'bad-amount-of-dice': 'Eso no son de 1 a {{max, number}} dados. Pide menos, como en `20d6`.',
    'bad-sides':
      'Un dado tiene de {{min, number}} a {{max, number}} caras. Pide otro número, como en `2d20`.',
    'number-too-large': 'Eso es demasiado. Junto a los dados se aceptan números hasta {{max, number}}.',
    'bad-quote-length':
      '`text` acepta de {{min, number}} a {{max, number}} caracteres, no {{length, number}}.',
    'too-many-lines': '`text` tiene {{lines, number}} líneas; se aceptan como mucho {{max, number}}.',
    'credit-twice': 'Escribe `user`, o bien `name` para alguien sin cuenta.',
    'bad-credit-name': '`name` acepta de 1 a {{max, number}} caracteres.',
    'too-many-quotes':
      'Este servidor no puede guardar más de {{max, number}} de sus citas. Borra una, o pide al equipo que suba `quoteMax` con `/config set`.',
    'no-such-quote': 'Aquí no hay ninguna cita #{{number}}. Elige una de las que se sugieren al escribir.',
    'bad-quote-number':
      '`number` no acepta «{{given}}». Escribe el número de una cita, como `12`; `/quote find` busca palabras.',
    'no-quotes': 'Aquí todavía no hay citas. Con `/quote add` añades la primera.',
    'no-quote-found': 'Ninguna cita contiene «{{search}}». Cada palabra debe empezar una palabra de la cita.',
    'bad-search': '`search` necesita una palabra: letras o cifras.',
    'not-your-quote': 'La cita #{{number}} no es tuya, y no puedes cambiar las de otras personas.',
    'nothing-to-change': 'Eso es lo que dice ya. Escribe un nuevo `text`, `user` o `name`.',
    'quote-changed-since':
      'La cita #{{number}} ha cambiado desde entonces. `/quote get` muestra lo que dice ahora.',
    'quote-deleted-already': 'La cita #{{number}} ya está borrada.',
    'quote-not-deleted': 'La cita #{{number}} no está borrada.',
    'bad-question': '`question` acepta de 1 a {{max, number}} caracteres, no {{length, number}}.',
    'bad-amount-of-answers':
      '`answers` acepta de {{min, number}} a {{max, number}} respuestas, no {{amount, number}}. Sepáralas con `|`, como en `Sí | No`.',
    'answer-too-long':
      'La respuesta «{{given}}» tiene {{length, number}} caracteres; Discord acepta como mucho {{max, number}}.',
    'answer-twice': 'La respuesta «{{given}}» está dos veces. Escribe cada una una vez.',
    'dice-twice': 'Escribe `dice`, o bien `sides` y `amount`.',
    'unclear-moment':
      '`when` no acepta «{{given}}». Escribe por ejemplo `10m`, `en 2 horas`, `mañana a las 9:00`, `el viernes a las 18:30` o `24/12/2026 20:00`.',
    'moment-past': '`when` sería {{at}}, y ya ha pasado. Escribe un momento que esté por llegar.',
    'moment-too-far': '`when` sería {{at}}. Se aceptan como mucho {{years, number}} años.',
    'bad-reminder-text': '`text` acepta de 1 a {{max, number}} caracteres, no {{length, number}}.',
    'too-many-reminders':
      'Aquí no pueden esperar más de {{max, number}} de tus recordatorios. Cancela uno con `/remind cancel`.',
    'no-such-reminder':
      'No tienes aquí ningún recordatorio «{{given}}». Elige uno de los que se sugieren al escribir.',
    'reminder-gone': 'Este recordatorio ya no existe, o su momento ha pasado. Crea otro con `/remind me`.',
    'not-your-reminder': 'Este recordatorio no es tuyo.',
    'reminder-waiting': 'Este recordatorio ya vuelve a llegar: {{at}}.',
  },
} as const satisfies Translation<typeof english>;
