import type { Translation } from '@twi/sdk';
import type { countingErrorsEnglish } from './counting-english.ts';

export const countingErrorsGerman = {
  'backfill-running': 'Die Vergangenheit von <#{{channelId}}> wird schon gezählt. Warte, bis das vorbei ist.',
  'cannot-backfill':
    'Ich kann die Vergangenheit von <#{{channelId}}> nicht lesen. Wähl einen Kanal mit Nachrichten oder Beiträgen, in dem ich „Kanal ansehen“ und „Nachrichtenverlauf anzeigen“ habe.',
} as const satisfies Translation<typeof countingErrorsEnglish>;
