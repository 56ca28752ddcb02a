import type { CommandTranslation } from '@twi/sdk';

const title = 'Qué enlace';
const url = 'Adónde lleva, por ejemplo https://www.patreon.com/somebody';
const details = {
  username: 'Tu nombre allí, si la dirección no lo dice; - para ninguno',
  nsfw: 'Si solo se muestra en canales con restricción de edad. Por defecto: no',
  weight: 'Los enlaces con más peso van antes. Por defecto: 0',
  featured: 'Si se fija encima de los demás. Por defecto: no',
};
const owner = 'De quién es el enlace; para el equipo. Por defecto: tuyo';
const tag = 'Bajo qué se ordena';
const content = 'La dirección, o lo que hay que decir';
const embed = 'Si Discord muestra una vista previa de las direcciones. Por defecto: sí';

export const spanishCommands = {
  'creator-link': {
    description: 'Dónde más están los creadores de este servidor',
    subcommands: {
      get: {
        description: 'Mostrar dónde más está alguien',
        options: { user: 'De quién. Por defecto: tuyos' },
      },
      add: {
        description: 'Añadir un enlace tuyo',
        options: { title: 'Cómo se llama el enlace', url, ...details },
      },
      edit: {
        description: 'Cambiar un enlace; lo que omitas queda como está',
        options: { title, url, ...details, 'new-title': 'Cómo se llama desde ahora', user: owner },
      },
      remove: { description: 'Quitar un enlace; se puede recuperar', options: { title, user: owner } },
      restore: { description: 'Recuperar un enlace quitado', options: { title, user: owner } },
      browse: {
        description: 'Ver los enlaces de todos los de aquí',
        options: { platform: 'Solo enlaces a este sitio' },
      },
      search: {
        description: 'Buscar en los enlaces de todos los de aquí',
        options: { query: 'Palabras del título, el nombre o el sitio, o cómo empiezan' },
      },
      verify: {
        description: 'Confirmar que un enlace es de esa persona, o retirarlo',
        options: { user: 'De quién es', title },
      },
      hide: {
        description: 'Ocultar un enlace a todos, o volver a mostrarlo',
        options: { user: 'De quién es', title },
      },
    },
  },
  link: {
    description: 'La colección de enlaces de este servidor',
    subcommands: {
      get: { description: 'Mostrar un enlace o texto de la colección', options: { title: 'Cuál' } },
      list: {
        description: 'Ver lo que hay en la colección',
        options: { tag: 'Solo lo que tiene esta etiqueta' },
      },
      add: {
        description: 'Añadir un enlace o texto a la colección',
        options: { title: 'Con qué se encuentra', 'url-or-text': content, tag, embed },
      },
      edit: {
        description: 'Cambiar lo que hay bajo un título; lo que omitas queda como está',
        options: { title: 'Cuál', 'url-or-text': content, tag: `${tag}; - para nada`, embed },
      },
      delete: {
        description: 'Borrar un título de la colección; se puede deshacer',
        options: { title: 'Cuál' },
      },
    },
  },
  tag: {
    description: 'Ver los enlaces de este servidor que tienen una etiqueta',
    options: { tag: 'Qué etiqueta' },
  },
} as const satisfies Record<string, CommandTranslation>;
