import type { PluginLocales, Translation } from '@twi/sdk';

// #region catalogues
export const english = {
  added: 'Added **{{title}}**.',
  items_one: '{{count, number}} item',
  items_other: '{{count, number}} items',
  total: 'This server has {{items}}.',
  errors: { 'no-such-item': 'There is no item {{number}}.' },
} as const;

export const german = {
  added: '**{{title}}** wurde hinzugefügt.',
  items_one: '{{count, number}} Stück',
  items_other: '{{count, number}} Stücke',
  total: 'Dieser Server hat {{items}}.',
  commands: {
    gallery: {
      description: 'Bilder dieses Servers',
      subcommands: { add: { description: 'Ein Bild hinzufügen', options: { title: 'Wie es heißt' } } },
    },
  },
} as const satisfies Translation<typeof english>;

declare module '@twi/sdk' {
  interface PluginCatalogues {
    gallery: typeof english;
  }
}
// #endregion

// #region locales
export const galleryLocales = { 'en-US': english, de: german } satisfies PluginLocales;
// #endregion
