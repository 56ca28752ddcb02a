import type { PluginLocales } from '@twi/sdk';
import { english } from './english.ts';
import { german } from './german.ts';
import { spanish } from './spanish.ts';

/** What core and the host say to people. */
export const coreLocales = { 'en-US': english, de: german, 'es-ES': spanish } satisfies PluginLocales;

declare module '@twi/sdk' {
  interface PluginCatalogues {
    core: typeof english;
  }
}
