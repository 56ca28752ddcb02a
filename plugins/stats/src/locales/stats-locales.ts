import type { PluginLocales } from '@twi/sdk';
import { english } from './english.ts';

/** What the plugin says to people. */
export const statsLocales = {
  'en-US': english,
} satisfies PluginLocales;

declare module '@twi/sdk' {
  interface PluginCatalogues {
    stats: typeof english;
  }
}
