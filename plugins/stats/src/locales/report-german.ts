import type { Translation } from '@twi/sdk';
import type { reportEnglish } from './report-english.ts';

export const reportGerman = {
  daily: '📊 {{day}}',
  weekly: '📊 {{from}} bis {{to}}',
  summary: '**{{messages}}** von **{{people}}**.',
  messages_one: '{{count, number}} Nachricht',
  messages_other: '{{count, number}} Nachrichten',
  people_one: '{{count, number}} Person',
  people_other: '{{count, number}} Personen',
  'more-daily': 'Das sind {{count, number}} mehr als am Tag davor.',
  'fewer-daily': 'Das sind {{count, number}} weniger als am Tag davor.',
  'more-weekly': 'Das sind {{count, number}} mehr als in der Woche davor.',
  'fewer-weekly': 'Das sind {{count, number}} weniger als in der Woche davor.',
  attachments: 'Anhänge',
  reactions: 'Reaktionen',
  voice: 'Zeit im Sprachchat',
  duration: '{{ms, duration}}',
  joins: 'Dazugekommen',
  leaves: 'Gegangen',
  net: 'Unterm Strich',
  users: 'Wer am meisten schrieb',
  channels: 'Wo am meisten los war',
  'by-hour': 'Nachrichten je Stunde',
  'by-day': 'Nachrichten je Tag',
  late: 'Das kommt {{ms, duration}} zu spät: Ich lief nicht oder konnte es nicht posten.',
  broken:
    'Ich kann in <#{{channelId}}> keine Berichte posten. Ich brauche dort **Kanal ansehen**, **Nachrichten senden**, **Links einbetten** und **Dateien anhängen**. Bis dahin gibt es keine; ich erinnere nicht noch einmal daran.',
  gone: 'Der Kanal für die Berichte ist weg. Wähl einen anderen mit `/config set plugin:stats key:reportChannel`. Bis dahin gibt es keine; ich erinnere nicht noch einmal daran.',
} as const satisfies Translation<typeof reportEnglish>;
