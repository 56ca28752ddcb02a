import type { Translation } from '@twi/sdk';
import type { reportEnglish } from './report-english.ts';

export const reportSpanish = {
  daily: '📊 {{day}}',
  weekly: '📊 Del {{from}} al {{to}}',
  summary: '**{{messages}}** de **{{people}}**.',
  messages_one: '{{count, number}} mensaje',
  messages_other: '{{count, number}} mensajes',
  people_one: '{{count, number}} persona',
  people_other: '{{count, number}} personas',
  'more-daily': 'Son {{count, number}} más que el día anterior.',
  'fewer-daily': 'Son {{count, number}} menos que el día anterior.',
  'more-weekly': 'Son {{count, number}} más que la semana anterior.',
  'fewer-weekly': 'Son {{count, number}} menos que la semana anterior.',
  attachments: 'Archivos',
  reactions: 'Reacciones',
  voice: 'Tiempo en voz',
  duration: '{{ms, duration}}',
  joins: 'Llegaron',
  leaves: 'Se fueron',
  net: 'Diferencia',
  users: 'Quién escribió más',
  channels: 'Los canales más activos',
  'by-hour': 'Mensajes por hora',
  'by-day': 'Mensajes por día',
  late: 'Esto llega {{ms, duration}} tarde: no estaba en marcha o no pude publicarlo.',
  broken:
    'No puedo publicar los informes en <#{{channelId}}>. Necesito **Ver canal**, **Enviar mensajes**, **Insertar enlaces** y **Adjuntar archivos** ahí. Hasta entonces no habrá ninguno; no volveré a avisar.',
  gone: 'El canal de los informes ya no existe. Elige otro con `/config set plugin:stats key:reportChannel`. Hasta entonces no habrá ninguno; no volveré a avisar.',
} as const satisfies Translation<typeof reportEnglish>;
