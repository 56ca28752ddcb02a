import type { PluginLocales } from '@twi/sdk';
import { english } from './english.ts';
import { german } from './german.ts';
import { spanish } from './spanish.ts';

/** What the plugin says to people. */
export const statsLocales = {
  'en-US': english,
  de: german,
  'es-ES': spanish,
} satisfies PluginLocales;

declare module '@twi/sdk' {
  interface PluginCatalogues {
    stats: typeof english;
  }
}
