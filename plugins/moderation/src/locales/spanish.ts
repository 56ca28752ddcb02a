import type { Translation } from '@twi/sdk';
import type { english } from './english.ts';
import { spanishCommands } from './spanish-commands.ts';

/** Informal, with “tú”. */
export const spanish = {
  commands: spanishCommands,
  'for-duration': ' durante {{ms, duration}}',
  'done-with-case': '{{done}} (caso #{{number}}).',
  'not-lifted': 'El baneo sigue en vigor: {{why}} Lo intentaré de nuevo.',
  done: {
    note: 'Nota añadida sobre {{target}}',
    warn: '{{target}} ha recibido una advertencia',
    timeout: '{{target}} queda en aislamiento{{duration}}',
    untimeout: 'Se ha quitado el aislamiento a {{target}}',
    kick: '{{target}} ha sido expulsado',
    ban: '{{target}} ha sido baneado{{duration}}',
    softban: '{{target}} ha sido expulsado junto con sus últimos mensajes',
    unban: '{{target}} ya no está baneado',
    purge: 'Se han borrado mensajes',
  },
  untold: {
    closed: 'No acepta mensajes directos, así que no se ha enterado.',
    failed: 'No se le ha podido entregar el mensaje.',
  },
  warned: {
    points_one: 'Ahora tiene {{count, number}} punto.',
    points_other: 'Ahora tiene {{count, number}} puntos.',
    escalated: '{{action}} por la escalada de este servidor (caso #{{number}}).',
    'escalation-failed': 'La escalada de este servidor ha fallado: {{failure}}',
  },
  titles: {
    note: 'Nota',
    warn: 'Advertencia',
    timeout: 'Aislamiento',
    untimeout: 'Fin del aislamiento',
    kick: 'Expulsión',
    ban: 'Baneo',
    softban: 'Expulsión con borrado',
    unban: 'Desbaneo',
    purge: 'Limpieza',
  },
  told: {
    warn: 'Has recibido una advertencia en {{guild}}.',
    timeout: 'Estás en aislamiento en {{guild}}{{duration}}.',
    untimeout: 'Tu aislamiento en {{guild}} se ha levantado.',
    kick: 'Te han expulsado de {{guild}}.',
    ban: 'Te han baneado de {{guild}}{{duration}}.',
    softban: 'Te han sacado de {{guild}}, junto con lo que escribiste allí hace poco. Puedes volver.',
  },
  reason: 'Motivo: {{reason}}',
} as const satisfies Translation<typeof english>;
