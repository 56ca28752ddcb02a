import type { Translation } from '@twi/sdk';
import type { viewEnglish, viewErrorsEnglish } from './view-english.ts';

export const viewSpanish = {
  pages: {
    previous: 'Anterior',
    next: 'Siguiente',
    place: 'Del {{from, number}} al {{to, number}} de {{total, number}}',
  },
  leaderboard: {
    users_one: 'Quién ha escrito más hoy',
    users_other: 'Quién ha escrito más en los últimos {{count, number}} días',
    channels_one: 'Los canales más activos hoy',
    channels_other: 'Los canales más activos de los últimos {{count, number}} días',
    emoji_one: 'Los emojis más usados hoy',
    emoji_other: 'Los emojis más usados de los últimos {{count, number}} días',
    commands_one: 'Los comandos más usados hoy',
    commands_other: 'Los comandos más usados de los últimos {{count, number}} días',
    line: '{{place, number}}. {{name}}: {{count, number}}',
    'emoji-line':
      '{{place, number}}. {{name}}: {{count, number}} ({{inMessages, number}} en mensajes, {{inReactions, number}} en reacciones)',
    'failed-line': '{{place, number}}. {{name}}: {{count, number}} ({{failures, number}} fallaron)',
    you: '{{who}}: puesto {{place, number}} con {{count, number}}',
    'you-out': '{{who}}: no se te cuenta. /stats opt-in empieza de nuevo.',
    'you-none': '{{who}}: nada contado en este tiempo',
  },
  heatmap: {
    title_one: 'Cuándo se escribe: hoy',
    title_other: 'Cuándo se escribe: últimos {{count, number}} días',
    chart: 'Mensajes por día de la semana y hora',
    zone: 'Horas según el reloj de {{timeZone}}',
    since: 'Las horas se guardan 90 días, así que esto empieza el {{day}}.',
  },
  growth: {
    title_one: 'Miembros: hoy',
    title_other: 'Miembros: últimos {{count, number}} días',
    joins: 'Llegaron',
    leaves: 'Se fueron',
    net: 'Diferencia',
    members: 'Miembros ahora',
    chart: 'Llegadas y salidas',
    away: 'Estuve fuera de {{from}} a {{to}}: no se sabe quién llegó o se fue entonces, y los miembros pasaron de {{before, number}} a {{after, number}}.',
    'more-away_one': 'Estuve fuera una vez más.',
    'more-away_other': 'Estuve fuera {{count, number}} veces más.',
    'away-day': '{{day}} (fuera)',
  },
  usage: {
    title_one: 'Comandos: hoy',
    title_other: 'Comandos: últimos {{count, number}} días',
    chart: 'Comandos por día',
    uses: 'Usos',
    top: 'Los más usados',
  },
  export: {
    done: 'Los números del {{from}} al {{to}}. De los canales están los que puedes leer; las sumas del servidor son de todos.',
    part: 'Más de ellos.',
  },
} as const satisfies Translation<typeof viewEnglish>;

export const viewErrorsSpanish = {
  'may-not-see-channel': 'Tú no puedes leer ese canal. Elige uno que puedas leer.',
  'backfill-over': 'Esto ya terminó. `/stats backfill` empieza de nuevo; lo contado se queda contado.',
  'not-your-pages': 'Esta lista la pidió otra persona. `/stats leaderboard` te muestra la tuya.',
} as const satisfies Translation<typeof viewErrorsEnglish>;
