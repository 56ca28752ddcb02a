import { setting } from '@twi/sdk';
import { z } from 'zod';

export const integrationsSettings = z.strictObject({
  ao3AgeRestricted: setting.choice({
    title: 'AO3: only in age-restricted channels',
    description: 'Which works are shown in full only in age-restricted channels',
    options: {
      mature: 'Mature, explicit and not rated',
      explicit: 'Explicit and not rated',
      none: 'None',
    },
    default: 'mature',
  }),
});
