import type { CommandTranslation } from '@twi/sdk';

const user = 'A quién; también vale una id';
const reason = 'Por qué; se lo diremos, y el caso lo guarda';
const number = 'El número del caso';
const channel = 'Qué canal. Por defecto: este';
const auditReason = 'Por qué, para el registro de auditoría';
const types = {
  note: 'Nota',
  warn: 'Advertencia',
  timeout: 'Aislamiento',
  untimeout: 'Fin del aislamiento',
  kick: 'Expulsión',
  ban: 'Baneo',
  softban: 'Expulsión con borrado',
  unban: 'Desbaneo',
  purge: 'Limpieza',
};

export const spanishCommands = {
  warn: { description: 'Advertir a un miembro y abrir un caso', options: { user, reason } },
  note: {
    description: 'Guardar una nota sobre alguien que solo ve la moderación',
    options: { user, text: 'Qué hay que recordar; no se lo diremos' },
  },
  timeout: {
    description: 'Impedir que un miembro escriba y hable durante un tiempo',
    options: { user, duration: 'Cuánto tiempo: 10m, 2h, 1d12h; como mucho 28d', reason },
  },
  untimeout: {
    description: 'Terminar antes de tiempo el aislamiento de un miembro',
    options: { user, reason },
  },
  kick: { description: 'Expulsar a un miembro, que puede volver', options: { user, reason } },
  ban: {
    description: 'Banear a alguien, para siempre o por un tiempo',
    options: {
      user,
      reason,
      duration: 'Cuánto tiempo: 2h, 7d, perm; como mucho 5 años. Por defecto: perm',
      'delete-messages': 'De cuántos días se borran sus mensajes. Por defecto: 0',
    },
  },
  softban: {
    description: 'Expulsar a un miembro y borrar sus mensajes del último día; puede volver',
    options: { user, reason },
  },
  unban: { description: 'Levantar el baneo de alguien', options: { user, reason } },
  'mass-ban': {
    description: 'Banear a muchas personas a la vez, tras una confirmación',
    options: { users: 'Menciones o ids, separadas por espacios; como mucho 200' },
  },
  purge: {
    description: 'Borrar muchos mensajes de este canal; el caso guarda lo que decían',
    options: {
      count: 'Cuántos mensajes como mucho, los más nuevos primero',
      user: 'Solo mensajes de esta persona',
      contains: 'Solo mensajes con este texto',
      kind: 'Solo mensajes de este tipo',
      before: 'Solo mensajes anteriores a este: su id o su enlace',
      after: 'Solo mensajes posteriores a este: su id o su enlace',
    },
    choices: {
      kind: {
        bots: 'de bots',
        links: 'con enlaces',
        attachments: 'con archivos adjuntos',
        embeds: 'con incrustaciones',
        mentions: 'con menciones',
      },
    },
  },
  modstats: {
    description: 'Mostrar lo que ha hecho la moderación, por tipo, con un gráfico',
    options: {
      moderator: 'Solo lo que ha hecho esta persona. Por defecto: todas',
      days: 'Cuántos días atrás. Por defecto: 30',
    },
  },
  mod: {
    description: 'Hablar oficialmente y terminar tiempos de espera',
    subcommands: {
      state: {
        description: 'Publicar aquí un aviso oficial, con tu nombre',
        options: { message: 'Qué decir; \\n empieza una línea nueva' },
      },
      reset: {
        description: 'Permitir que se vuelva a usar un comando ahora mismo',
        options: { command: 'Qué comando', user: 'Para quién. Por defecto: para todos aquí' },
      },
    },
  },
  slowmode: {
    description: 'Fijar cada cuánto se puede escribir en un canal',
    options: {
      seconds: 'Segundos entre dos mensajes de una persona; 0 lo desactiva',
      channel: 'Qué canal o hilo. Por defecto: este',
    },
  },
  lock: {
    description: 'Impedir que se escriba en un canal',
    options: { channel, reason: auditReason },
  },
  unlock: {
    description: 'Permitir que se vuelva a escribir en un canal, como antes',
    options: { channel, reason: auditReason },
  },
  case: {
    description: 'Consultar, cambiar y borrar casos de moderación',
    subcommands: {
      view: { description: 'Mostrar un caso', options: { number } },
      list: {
        description: 'Listar los casos, los más nuevos primero',
        options: {
          user: 'Solo casos de esta persona',
          type: 'Solo casos de este tipo',
          moderator: 'Solo casos de esta persona de la moderación',
        },
        choices: { type: types },
      },
      edit: {
        description: 'Cambiar el motivo de un caso',
        options: { number, reason: 'El nuevo motivo; no se lo diremos' },
      },
      note: {
        description: 'Añadir una nota a un caso',
        options: { number, text: 'Qué hay que recordar; solo lo ve la moderación' },
      },
      delete: { description: 'Ocultar un caso; se puede restaurar', options: { number } },
      restore: { description: 'Recuperar un caso borrado', options: { number } },
    },
  },
  history: {
    description: 'Mostrar todos los casos de una persona, con totales',
    options: { user: 'De quién; también vale una id', type: 'Solo casos de este tipo' },
    choices: { type: types },
  },
  report: {
    description: 'Denunciar un mensaje al equipo de este servidor',
    options: {
      message: 'El enlace del mensaje',
      reason: 'Qué tiene de malo',
      anonymous: 'Si el equipo no debe saber quién eres. Por defecto: no',
      details: 'Qué más debería saber el equipo',
    },
    choices: {
      reason: {
        spam: 'Spam o publicidad',
        harassment: 'Acoso o intimidación',
        hate: 'Odio o discriminación',
        sexual: 'Contenido sexual no deseado',
        violence: 'Amenazas o violencia',
        scam: 'Estafa o enlace malicioso',
        'self-harm': 'Alguien podría hacerse daño',
        other: 'Otra cosa',
      },
    },
  },
  reports: {
    description: 'Repasar las denuncias de los miembros',
    options: { state: 'Qué denuncias. Por defecto: las que no están cerradas' },
  },
  automod: { description: 'Reglas para lo que escriben los miembros' },
} as const satisfies Record<string, CommandTranslation>;
