import type { UserError } from '@twi/sdk';

export const noQuotes = (): UserError.Options => ({
  identifier: 'quotes.none',
  message: 'There are no quotes here yet. Add one with `/quote add`.',
});

export const noSuchQuote = (): UserError.Options => ({
  identifier: 'quotes.no-such-quote',
  message: 'There is no such quote. Pick one of those that are suggested while you type.',
});
