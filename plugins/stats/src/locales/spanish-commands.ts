import type { CommandTranslation } from '@twi/sdk';

const days = 'Cuántos días, contando hoy. Por defecto: 7';
const shown = 'Mostrarlo a todos aquí, con lo que todos pueden ver. Por defecto: solo a ti';
const period = { days, public: shown };

/** Spanish for what the commands and their options say of themselves. */
export const spanishCommands = {
  messagecount: {
    description: 'Contar los mensajes de las últimas horas en un canal',
    options: {
      channel: 'El canal, con sus hilos o publicaciones',
      hours: 'Cuántas horas, de 1 a 8760; a partir de 90 días cuentan días enteros',
      public: shown,
    },
  },
  stats: {
    description: 'Quién escribe, habla y llega aquí, en números y gráficos',
    subcommands: {
      server: { description: 'Ver los números de este servidor', options: period },
      channel: {
        description: 'Ver los números de un canal, con sus hilos o publicaciones',
        options: { target: 'El canal. Por defecto: este', ...period },
      },
      user: {
        description: 'Ver los números de un miembro, en los canales que puedes leer',
        options: { target: 'El miembro. Por defecto: tú', ...period },
      },
      role: {
        description: 'Ver los números de los miembros con un rol, en los canales que puedes leer',
        options: { target: 'El rol', ...period },
      },
      category: {
        description: 'Ver los números de los canales de una categoría que puedes leer',
        options: { target: 'La categoría', ...period },
      },
      thread: {
        description: 'Ver los números de un hilo o una publicación',
        options: { target: 'El hilo o la publicación. Por defecto: este', ...period },
      },
      leaderboard: {
        description: 'Ver quién, dónde o qué es lo más activo, página a página',
        options: { of: 'De qué es la clasificación', ...period },
        choices: {
          of: { users: 'Personas', channels: 'Canales', emoji: 'Emojis', commands: 'Comandos' },
        },
      },
      heatmap: { description: 'Ver a qué horas de la semana se escribe', options: period },
      growth: { description: 'Ver cuántos llegaron y cuántos se fueron', options: period },
      commands: { description: 'Ver qué comandos se usan y cuánto', options: period },
      export: {
        description: 'Recibir los números en tablas (CSV), de los canales que puedes leer',
        options: { days },
      },
      'opt-out': { description: 'Borrar tus números aquí y que no se te cuente más' },
      'opt-in': { description: 'Que se te cuente otra vez desde ahora' },
      backfill: {
        description: 'Contar lo que se escribió antes, cada mensaje una vez',
        options: {
          channel: 'El canal o foro, con sus hilos o publicaciones',
          days: 'Cuántos días atrás. Por defecto: 30',
        },
      },
    },
  },
} as const satisfies Record<string, CommandTranslation>;
