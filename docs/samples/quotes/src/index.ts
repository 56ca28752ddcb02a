export { quotesPlugin } from './plugin.ts';
export type { Quotes } from './quotes.ts';
