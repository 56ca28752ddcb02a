import { setting } from '@twi/sdk';

/** How charts look. */
export const chartSettings = {
  chartTheme: setting.choice({
    title: 'Look of charts',
    description: 'The background of charts',
    options: { dark: 'Dark', light: 'Light' },
    default: 'dark',
  }),
};
