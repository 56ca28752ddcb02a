import type { CommandTranslation } from '@twi/sdk';

export const germanCommands = {
  about: { description: 'Was ich bin und seit wann ich laufe.' },
  help: {
    description: 'Was du hier tun kannst und wie.',
    options: { command: 'Ein Befehl in allen Einzelheiten' },
  },
  undo: { description: 'Nimmt zurück, was durch mich getan wurde: dein Letztes, oder was du auswählst.' },
  redo: { description: 'Tut wieder, was zurückgenommen wurde: dein Letztes, oder was du auswählst.' },
  privacy: {
    description: 'Was dieser Bot über dich speichert: als Datei bekommen oder löschen lassen.',
    subcommands: {
      export: { description: 'Schickt dir alles, was über dich gespeichert ist, als Datei.' },
      erase: {
        description: 'Löscht, was über dich gespeichert ist; zeigt vorher, was geht und was bleibt.',
        options: { confirm: 'Tippe „erase“. Du siehst, was geschähe, und wirst noch einmal gefragt' },
      },
    },
  },
  config: { description: 'Die Einstellungen dieses Servers.' },
  audit: { description: 'Wer was durch mich getan hat, das Neueste zuerst.' },
  permissions: { description: 'Wer auf diesem Server welche Befehle benutzen darf.' },
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
