import { setting } from '@twi/sdk';

export const quoteSettings = {
  quoteMax: setting.number({
    title: 'Quotes of the server',
    description: 'How many quotes the server can have',
    min: 1,
    max: 50_000,
    default: 10_000,
  }),
};
