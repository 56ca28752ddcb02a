import { setting } from '@twi/sdk';

/** What guilds choose about feeds. */
export const feedSettings = {
  feedMax: setting.number({
    title: 'Feeds: at most',
    description: 'How many feeds the server may follow',
    min: 1,
    max: 200,
    default: 50,
  }),
  feedCatchUp: setting.number({
    title: 'Feeds: posts at once',
    description: 'How many posts of a feed come at once, such as after an outage; older ones are left out',
    min: 1,
    max: 50,
    default: 10,
  }),
};
