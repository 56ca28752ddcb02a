import type { CommandTranslation } from '@twi/sdk';

const content = {
  category: 'Bajo qué título aparece; si no, «Roles»',
  description: 'Para qué es, en pocas palabras; none lo quita',
  emoji: 'Aparece al lado; none lo quita',
  group: 'De los roles de un grupo se tiene como mucho uno; none lo saca',
  required: 'Roles de los que hay que tener alguno, mencionados; none no pide ninguno',
  weight: 'Los más ligeros van primero; si no, 0',
};

const answer = {
  text: 'Lo que responde, con {user} {server} {channel} {args} {count}; sin texto se abre un formulario',
  embed: 'Si la respuesta va en un recuadro; si no, no',
  cooldown: 'Cuánto calla después en un canal: 10s, 5m, none; si no, 3s',
  channel: 'Dónde responde, con sus hilos, y en ningún otro sitio',
  role: 'A quién responde: solo a quien tiene este rol',
};

/** The commands for roles to choose, pins and the commands of a server. */
export const spanishChoiceCommands = {
  roles: { description: 'Ver los roles que puedes tomar' },
  role: {
    description: 'Tomar un rol o devolverlo',
    options: { role: 'Uno de los que muestra /roles' },
  },
  'role-admin': {
    description: 'Decidir qué roles pueden tomar los miembros',
    subcommands: {
      add: {
        description: 'Dejar que los miembros tomen un rol',
        options: { role: 'El rol', ...content },
      },
      edit: {
        description: 'Cambiar lo que se dice de un rol que pueden tomar',
        options: { role: 'El rol', ...content },
      },
      remove: {
        description: 'Dejar de ofrecer un rol; quien lo tiene lo conserva',
        options: { role: 'El rol' },
      },
    },
  },
  'role-panel': {
    description: 'Publicar menús en los que los miembros eligen roles',
    options: { channel: 'Dónde', category: 'Solo los roles de esta categoría; si no, todos' },
  },
  'pin-admin': {
    description: 'Decidir dónde pueden fijar mensajes los miembros',
    subcommands: {
      add: {
        description: 'Dejar que los miembros fijen mensajes en un canal y sus hilos',
        options: { channel: 'El canal o foro', role: 'Quién; si no, todos' },
      },
      remove: {
        description: 'No dejar que los miembros fijen mensajes en un canal',
        options: { channel: 'El canal o foro', role: 'Quién ya no; si no, todos' },
      },
      list: { description: 'Ver dónde pueden fijar mensajes los miembros' },
    },
  },
  custom: {
    description: 'Comandos de texto de este servidor',
    subcommands: {
      add: {
        description: 'Crear un comando que responde con un texto',
        options: { name: 'Lo que se escribe después del prefijo', ...answer },
      },
      edit: {
        description: 'Cambiar un comando; con solo el nombre se abre un formulario',
        options: { name: 'Cuál', ...answer, everywhere: 'Le deja responder otra vez en todos los canales' },
      },
      remove: {
        description: 'Quitar un comando; /undo lo devuelve',
        options: { name: 'Cuál' },
      },
      list: { description: 'Ver los comandos de este servidor' },
    },
  },
} as const satisfies Record<string, CommandTranslation>;
