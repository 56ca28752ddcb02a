import type { Translation } from '@twi/sdk';
import { spanishChoices } from './spanish-choices.ts';
import { spanishReminders } from './spanish-reminders.ts';
import type { english } from './english.ts';
import { spanishCommands } from './spanish-commands.ts';

/** Informal, with “tú”. */
export const spanish = {
  commands: spanishCommands,
  ...spanishChoices,
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
    'dice-twice': 'Escribe `dice`, o bien `sides` y `amount`.',
    'unclear-moment':
      '`when` no acepta «{{given}}». Escribe por ejemplo `10m`, `en 2 horas`, `mañana a las 9:00`, `el viernes a las 18:30` o `24/12/2026 20:00`.',
    'moment-past': '`when` sería {{at}}, y ya ha pasado. Escribe un momento que esté por llegar.',
    'moment-too-far': '`when` sería {{at}}. Se aceptan como mucho {{years, number}} años.',
    'bad-reminder-text': '`text` tiene {{length, number}} caracteres; se aceptan de 1 a {{max, number}}.',
    'too-many-reminders':
      'Ya tienes aquí {{max, number}} recordatorios, y no caben más. Cancela uno con `/remind cancel`.',
    'no-such-reminder':
      'No tienes aquí ningún recordatorio «{{given}}». Elige uno de los que se sugieren al escribir.',
    'reminder-gone': 'Este recordatorio ya no existe, o su momento ha pasado. Crea otro con `/remind me`.',
    'not-your-reminder': 'Este recordatorio no es tuyo.',
    'reminder-waiting': 'Este recordatorio ya vuelve a llegar: {{at}}.',
  },
} as const satisfies Translation<typeof english>;
