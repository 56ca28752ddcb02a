import type { CommandTranslation } from '@twi/sdk';
import { spanishChoiceCommands } from './spanish-choice-commands.ts';

export const spanishCommands = {
  ...spanishChoiceCommands,
  avatar: {
    description: 'Mostrar la imagen de alguien',
    options: { user: 'De quién; también vale una id. Por defecto: la tuya' },
  },
  info: {
    description: 'Mostrar lo que se sabe de personas, roles y este servidor',
    subcommands: {
      user: {
        description: 'Mostrar lo que se sabe de alguien',
        options: { user: 'De quién; también vale una id. Por defecto: de ti' },
      },
      server: { description: 'Mostrar lo que se sabe de este servidor' },
      role: { description: 'Mostrar lo que se sabe de un rol', options: { role: 'Qué rol' } },
    },
  },
  poll: {
    description: 'Preguntar algo a todo el mundo',
    options: {
      question: 'Qué preguntas',
      answers: 'De 2 a 10 respuestas, separadas por |, cada una de 55 caracteres como mucho',
      hours: 'Cuánto se puede votar. Por defecto: 24; como mucho 768, que son 32 días',
      multiple: 'Si se pueden elegir varias. Por defecto: no',
    },
  },
  roll: {
    description: 'Tirar dados',
    options: {
      dice: 'Qué: 2d20+5, 4d6dl1 (sin el más bajo) o 2d20kh1 (solo el más alto)',
      sides: 'Cuántas caras tiene cada dado. Por defecto: 20',
      amount: 'Cuántos dados. Por defecto: 1',
      modifier: 'Qué se suma al total; bajo cero se resta',
    },
  },
  quote: {
    description: 'Citas de este servidor',
    subcommands: {
      add: {
        description: 'Guardar una cita',
        options: {
          text: 'Qué se dijo; \\n empieza una línea nueva',
          user: 'Quién lo dijo',
          name: 'Quién lo dijo, si no tiene cuenta aquí',
        },
      },
      get: {
        description: 'Mostrar una cita, o cualquiera si no das un número',
        options: { number: 'Cuál; escribe un número o una palabra' },
      },
      find: {
        description: 'Buscar citas',
        options: { search: 'Palabras que contiene; también sus comienzos' },
      },
      who: {
        description: 'Mostrar quién guardó una cita',
        options: { number: 'Cuál; escribe un número o una palabra' },
      },
      edit: {
        description: 'Cambiar una cita',
        options: {
          number: 'Cuál; escribe un número o una palabra',
          text: 'Qué dice en su lugar',
          user: 'Quién lo dijo',
          name: 'Quién lo dijo, si no tiene cuenta aquí',
        },
      },
      delete: {
        description: 'Borrar una cita; su número sigue siendo suyo',
        options: { number: 'Cuál; escribe un número o una palabra' },
      },
    },
  },
  remind: {
    description: 'Recibir un recordatorio más tarde',
    subcommands: {
      me: {
        description: 'Recibir un recordatorio',
        options: {
          when: '10m, en 2 horas, mañana a las 9:00, el viernes a las 18:30, 24/12/2026 20:00',
          text: 'De qué',
        },
      },
      list: { description: 'Ver tus recordatorios pendientes' },
      cancel: {
        description: 'Cancelar un recordatorio',
        options: { reminder: 'Cuál; escribe una palabra suya' },
      },
    },
  },
} as const satisfies Record<string, CommandTranslation>;
