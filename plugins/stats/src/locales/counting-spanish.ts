import type { Translation } from '@twi/sdk';
import type { countingErrorsEnglish } from './counting-english.ts';

export const countingErrorsSpanish = {
  'backfill-running': 'El pasado de <#{{channelId}}> ya se está contando. Espera a que termine.',
  'cannot-backfill':
    'No puedo leer el pasado de <#{{channelId}}>. Elige un canal con mensajes o publicaciones en el que tenga «Ver canal» y «Leer el historial de mensajes».',
} as const satisfies Translation<typeof countingErrorsEnglish>;
