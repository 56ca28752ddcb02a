import type { CommandTranslation } from '@twi/sdk';

export const spanishCommands = {
  about: { description: 'Qué soy y desde cuándo estoy en marcha.' },
  help: {
    description: 'Qué puedes hacer aquí y cómo.',
    options: { command: 'Un comando con todo detalle' },
  },
  ping: { description: 'Lo rápido que respondo.' },
  plugins: {
    description: 'Los plugins de este servidor: qué hacen y cuáles están activados.',
    subcommands: {
      list: { description: 'Todos los plugins y cuáles están activados aquí.' },
      info: {
        description: 'Qué hace, necesita y guarda un plugin.',
        options: { plugin: 'Qué plugin' },
      },
      enable: {
        description: 'Activa un plugin en este servidor.',
        options: { plugin: 'Qué plugin se activa' },
      },
      disable: {
        description: 'Desactiva un plugin en este servidor. Lo que ha guardado se queda.',
        options: { plugin: 'Qué plugin se desactiva' },
      },
    },
  },
} as const satisfies Record<string, CommandTranslation>;
