import type { Translation } from '@twi/sdk';
import type { readingEnglish, readingErrorsEnglish } from './reading-english.ts';

export const readingSpanish = {
  'gone-channel': 'canal borrado',
  'gone-person': 'persona desconocida',
  left: '{{name}} (ya no está)',
  server: 'Este servidor',
  days_one: '{{what}}: hoy',
  days_other: '{{what}}: últimos {{count, number}} días',
  nothing: 'No se contó nada en este tiempo.',
  'opted-out': '<@{{userId}}> no quiere que se le cuente, así que no hay nada que mostrar.',
  messages: 'Mensajes',
  'per-day': '{{count, number}} ({{rate, number}} al día)',
  people: 'Personas activas',
  'people-of': '{{count, number}} de {{members, number}} miembros',
  'people-now': '{{count, number}} (ahora {{members, number}} miembros)',
  attachments: 'Archivos',
  reactions: 'Reacciones',
  voice: 'Tiempo en voz',
  growth: 'Miembros',
  joined: '{{joins, number}} llegaron, {{leaves, number}} se fueron ({{net}})',
  'top-people': 'Quién escribió más',
  'top-channels': 'Los canales más activos',
  'top-threads': 'Los hilos más activos',
  'top-line': '{{place}}. {{name}}: {{count, number}}',
  'in-sight': 'Personas y canales: solo donde puedes leer.',
  'in-all-sight': 'Personas y canales: solo donde todos los miembros pueden leer.',
  'chart-messages': 'Mensajes al día',
  'chart-hours': 'Mensajes por hora',
  count: '**{{count, number}}** mensajes en {{channel}} desde {{since}}: **{{rate, number}}** por hora.',
  'count-of-days':
    'Las horas se conocen durante {{days, number}} días, así que esto se cuenta por días enteros, desde el comienzo del primero.',
} as const satisfies Translation<typeof readingEnglish>;

export const readingErrorsSpanish = {
  'cannot-see':
    'No puedes leer <#{{channelId}}>, así que no muestro sus números. Elige un canal que puedas leer.',
  'not-for-all':
    'No todos los miembros pueden leer <#{{channelId}}>, así que no muestro sus números a todos. Quita `public`.',
  'no-thread': 'Esto no es un hilo. Elige uno con `target`.',
  'no-channel': 'Aquí no se cuenta nada. Elige un canal con `target`.',
} as const satisfies Translation<typeof readingErrorsEnglish>;
