import type { Translation } from '@twi/sdk';
import type { memberEnglish } from './member-english.ts';

export const memberSpanish = {
  members: {
    question:
      '¿No quieres que se cuente nada más de ti aquí? Tus números en este servidor se borran ahora y no se pueden recuperar. `/stats opt-in` empieza de nuevo.',
    erase: 'Borrar y parar',
    cancel: 'Cancelar',
    unchanged: 'No ha cambiado nada. Se te sigue contando.',
    'opted-out': 'Tus números están borrados y ya no se te cuenta. `/stats opt-in` empieza de nuevo.',
    'is-out': 'Aquí no se te cuenta. `/stats opt-in` empieza de nuevo.',
    'opted-in': 'Se te cuenta desde ahora. Lo de antes no, a menos que el equipo haga contar el pasado.',
    'is-in': 'Aquí ya se te cuenta. `/stats opt-out` lo termina.',
  },
  backfill: {
    title: 'Contar el pasado',
    counting: 'Contando el pasado de <#{{channelId}}>.',
    finding: 'Buscando sus hilos.',
    done: 'El pasado de <#{{channelId}}> está contado.',
    stopped: 'Se dejó de contar el pasado de <#{{channelId}}>. Lo contado se queda.',
    days: 'Días atrás',
    scanned: 'Mensajes revisados',
    counted: 'Contados ahora',
    stop: 'Parar',
  },
} as const satisfies Translation<typeof memberEnglish>;
