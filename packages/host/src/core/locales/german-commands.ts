import type { CommandTranslation } from '@twi/sdk';

export const germanCommands = {
  about: { description: 'Was ich bin und seit wann ich laufe.' },
  help: {
    description: 'Was du hier tun kannst und wie.',
    options: { command: 'Ein Befehl in allen Einzelheiten' },
  },
  ping: { description: 'Wie schnell ich antworte.' },
  plugins: {
    description: 'Die Plugins dieses Servers: was sie tun, welche an sind.',
    subcommands: {
      list: { description: 'Alle Plugins, und welche hier an sind.' },
      info: {
        description: 'Was ein Plugin tut, braucht und speichert.',
        options: { plugin: 'Welches Plugin' },
      },
      enable: {
        description: 'Schaltet ein Plugin auf diesem Server ein.',
        options: { plugin: 'Welches Plugin eingeschaltet wird' },
      },
      disable: {
        description: 'Schaltet ein Plugin auf diesem Server aus. Was gespeichert ist, bleibt.',
        options: { plugin: 'Welches Plugin ausgeschaltet wird' },
      },
    },
  },
} as const satisfies Record<string, CommandTranslation>;
