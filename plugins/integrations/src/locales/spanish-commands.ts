import type { CommandTranslation } from '@twi/sdk';
import { feedCommandsSpanish } from './feed-commands-spanish.ts';
import { openAiSpanishCommands } from './openai-spanish.ts';

/** The commands in Spanish. */
export const spanishCommands = {
  feed: feedCommandsSpanish,
  ...openAiSpanishCommands,
  ao3: {
    description: 'Obras, series y autores de Archive of Our Own',
    subcommands: {
      work: { description: 'Mostrar una obra', options: { url: 'La dirección de la obra' } },
      series: { description: 'Mostrar una serie', options: { url: 'La dirección de la serie' } },
      author: {
        description: 'Mostrar las obras más nuevas de alguien',
        options: { url: 'La dirección en AO3' },
      },
    },
  },
  wiki: {
    description: 'Buscar en la wiki de este servidor',
    options: { query: 'Qué se busca' },
  },
  find: {
    description: 'Buscar con Google',
    options: { query: 'Qué se busca', site: 'Solo en este sitio, por ejemplo wikipedia.org' },
  },
  twitter: {
    description: 'Publicaciones y cuentas de X (Twitter)',
    subcommands: {
      post: { description: 'Mostrar una publicación', options: { url: 'La dirección de la publicación' } },
      user: {
        description: 'Mostrar lo último que ha publicado una cuenta',
        options: { handle: 'Su nombre, con o sin @' },
      },
    },
  },
  deviantart: {
    description: 'Arte en DeviantArt',
    subcommands: {
      deviation: { description: 'Mostrar una obra', options: { url: 'La dirección de su página' } },
      gallery: {
        description: 'Mostrar lo último de alguien',
        options: { artist: 'Su nombre en DeviantArt' },
      },
    },
  },
} satisfies Record<string, CommandTranslation>;
