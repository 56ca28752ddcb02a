import type { CommandTranslation } from '@twi/sdk';

export const spanishCommands = {
  roll: {
    description: 'Tirar dados',
    options: {
      dice: 'Qué: 2d20+5, 4d6dl1 (sin el más bajo) o 2d20kh1 (solo el más alto)',
      sides: 'Cuántas caras tiene cada dado. Por defecto: 20',
      amount: 'Cuántos dados. Por defecto: 1',
      modifier: 'Qué se suma al total; bajo cero se resta',
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
