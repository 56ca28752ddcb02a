import { setting } from '@twi/sdk';
import { z } from 'zod';

/** What servers choose about OpenAI. */
export const openAiSettings = {
  openaiModel: z
    .string()
    .regex(/^[\w.:/-]{1,100}$/, 'must be the name of a model, such as `gpt-6-luna`')
    .default('gpt-6-luna')
    .meta({ title: 'OpenAI: model', description: 'Which model summarises and checks' }),
  openaiDailyUses: setting.number({
    title: 'OpenAI: uses a day',
    description:
      'How often /summarize and /moderate may be used a day; with the key of the bot never over 50',
    min: 0,
    max: 1_000,
    default: 50,
  }),
  openaiExcludedChannels: setting.channels({
    title: 'OpenAI: channels left out',
    description: 'Channels and categories whose messages are never sent to OpenAI',
  }),
  moderateRules: setting.text({
    title: 'Rules for /moderate',
    description: 'One rule in each line; those of the rules channel of the server count besides',
    multiline: true,
    default: '',
  }),
};
