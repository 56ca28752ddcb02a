import type { CommandTranslation } from '@twi/sdk';

const content = {
  category: 'Unter welcher Überschrift sie steht; sonst „Roles“',
  description: 'Wofür sie ist, in ein paar Worten; none nimmt es weg',
  emoji: 'Steht daneben; none nimmt es weg',
  group: 'Von den Rollen einer Gruppe hat jeder höchstens eine; none nimmt sie heraus',
  required: 'Rollen, von denen man eine haben muss, erwähnt; none verlangt keine',
  weight: 'Leichtere stehen vorn; sonst 0',
};

const answer = {
  text: 'Was er antwortet, mit {user} {server} {channel} {args} {count}; ohne Text öffnet sich ein Formular',
  embed: 'Ob die Antwort in einem Kasten steht; sonst nicht',
  cooldown: 'Wie lange er in einem Kanal danach schweigt: 10s, 5m, none; sonst 3s',
  channel: 'Wo allein er antwortet, samt Threads',
  role: 'Wessen Inhabern allein er antwortet',
};

/** The commands for roles to choose, pins and the commands of a server. */
export const germanChoiceCommands = {
  roles: { description: 'Sehen, welche Rollen du dir nehmen kannst' },
  role: {
    description: 'Dir eine Rolle nehmen oder sie zurückgeben',
    options: { role: 'Eine von denen, die /roles zeigt' },
  },
  'role-admin': {
    description: 'Bestimmen, welche Rollen Mitglieder sich nehmen können',
    subcommands: {
      add: {
        description: 'Mitglieder eine Rolle nehmen lassen',
        options: { role: 'Die Rolle', ...content },
      },
      edit: {
        description: 'Ändern, was über eine solche Rolle gesagt wird',
        options: { role: 'Die Rolle', ...content },
      },
      remove: {
        description: 'Eine Rolle nicht mehr nehmen lassen; wer sie hat, behält sie',
        options: { role: 'Die Rolle' },
      },
    },
  },
  'role-panel': {
    description: 'Menüs posten, in denen Mitglieder sich Rollen aussuchen',
    options: { channel: 'Wohin', category: 'Nur die Rollen dieser Kategorie; sonst alle' },
  },
  'pin-admin': {
    description: 'Bestimmen, wo Mitglieder Nachrichten anpinnen können',
    subcommands: {
      add: {
        description: 'Mitglieder in einem Kanal und seinen Threads anpinnen lassen',
        options: { channel: 'Der Kanal oder das Forum', role: 'Wer; sonst alle' },
      },
      remove: {
        description: 'Mitglieder in einem Kanal nicht mehr anpinnen lassen',
        options: { channel: 'Der Kanal oder das Forum', role: 'Wer nicht mehr; sonst alle' },
      },
      list: { description: 'Sehen, wo Mitglieder anpinnen können' },
    },
  },
  custom: {
    description: 'Textbefehle dieses Servers',
    subcommands: {
      add: {
        description: 'Einen Befehl machen, der mit einem Text antwortet',
        options: { name: 'Was man hinter dem Präfix schreibt', ...answer },
      },
      edit: {
        description: 'Einen Befehl ändern; mit nichts als dem Namen öffnet sich ein Formular',
        options: { name: 'Welcher', ...answer, everywhere: 'Lässt ihn wieder in allen Kanälen antworten' },
      },
      remove: {
        description: 'Einen Befehl entfernen; /undo bringt ihn zurück',
        options: { name: 'Welcher' },
      },
      list: { description: 'Die Befehle dieses Servers sehen' },
    },
  },
} as const satisfies Record<string, CommandTranslation>;
