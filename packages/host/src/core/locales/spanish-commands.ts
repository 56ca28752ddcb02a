import type { CommandTranslation } from '@twi/sdk';

export const spanishCommands = {
  about: { description: 'Qué soy y desde cuándo estoy en marcha.' },
  help: {
    description: 'Qué puedes hacer aquí y cómo.',
    options: { command: 'Un comando con todo detalle' },
  },
  undo: { description: 'Deshace lo que se hizo a través de mí: lo último tuyo, o lo que elijas.' },
  redo: { description: 'Vuelve a hacer lo que se deshizo: lo último tuyo, o lo que elijas.' },
  privacy: {
    description: 'Lo que este bot guarda sobre ti: recibe una copia o haz que se borre.',
    subcommands: {
      export: { description: 'Te envía como archivo todo lo que se guarda sobre ti.' },
      erase: {
        description: 'Borra lo que se guarda sobre ti; antes muestra qué se va y qué se queda.',
        options: { confirm: 'Escribe «erase». Verás qué pasaría y se te preguntará otra vez' },
      },
    },
  },
  config: { description: 'Los ajustes de este servidor.' },
  audit: { description: 'Quién hizo qué a través de mí, lo más nuevo primero.' },
  permissions: { description: 'Quién puede usar qué comandos en este servidor.' },
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
