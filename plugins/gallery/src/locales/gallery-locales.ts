import type { PluginLocales } from '@twi/sdk';
import { english } from './english.ts';

/** What the gallery says to people. */
export const galleryLocales = {
  'en-US': english,
} satisfies PluginLocales;

declare module '@twi/sdk' {
  interface PluginCatalogues {
    gallery: typeof english;
  }
}
