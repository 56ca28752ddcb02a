import { setting } from '@twi/sdk';
import { z } from 'zod';
import { feedSettings } from './feeds/feed-settings.ts';
import { openAiSettings } from './openai/openai-settings.ts';

const LONGEST_ADDRESS = 300;

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
  wikiApi: setting.text({
    title: 'Wiki',
    description: 'The address of the api.php of the MediaWiki that /wiki searches',
    minLength: 10,
    maxLength: LONGEST_ADDRESS,
    default: 'https://en.wikipedia.org/w/api.php',
  }),
  ...feedSettings,
  ...openAiSettings,
});
