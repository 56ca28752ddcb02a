import type { CommandTranslation } from '@twi/sdk';
import { feedCommandsGerman } from './feed-commands-german.ts';
import { openAiGermanCommands } from './openai-german.ts';

/** The commands in German. */
export const germanCommands = {
  feed: feedCommandsGerman,
  ...openAiGermanCommands,
  ao3: {
    description: 'Werke, Reihen und Schreibende des Archive of Our Own',
    subcommands: {
      work: { description: 'Ein Werk zeigen', options: { url: 'Die Adresse des Werks' } },
      series: { description: 'Eine Reihe zeigen', options: { url: 'Die Adresse der Reihe' } },
      author: {
        description: 'Die neuesten Werke von jemandem zeigen',
        options: { url: 'Die Adresse auf AO3' },
      },
    },
  },
  wiki: {
    description: 'Im Wiki dieses Servers suchen',
    options: { query: 'Wonach gesucht wird' },
  },
  find: {
    description: 'Mit Google suchen',
    options: { query: 'Wonach gesucht wird', site: 'Nur auf dieser Seite, etwa wikipedia.org' },
  },
  twitter: {
    description: 'Beiträge und Konten auf X (Twitter)',
    subcommands: {
      post: { description: 'Einen Beitrag zeigen', options: { url: 'Die Adresse des Beitrags' } },
      user: {
        description: 'Zeigen, was ein Konto zuletzt geschrieben hat',
        options: { handle: 'Wie es heißt, mit oder ohne @' },
      },
    },
  },
  deviantart: {
    description: 'Kunst auf DeviantArt',
    subcommands: {
      deviation: { description: 'Ein Kunstwerk zeigen', options: { url: 'Die Adresse seiner Seite' } },
      gallery: {
        description: 'Das Neueste von jemandem zeigen',
        options: { artist: 'Der Name auf DeviantArt' },
      },
    },
  },
} satisfies Record<string, CommandTranslation>;
