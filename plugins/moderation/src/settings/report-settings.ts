import { setting } from '@twi/sdk';
import { ChannelType } from 'discord.js';

const LONGEST_COOLDOWN_MS = 86_400_000;
const MOST_OPEN = 50;

/** How members report messages to the staff. */
export const reportSettings = {
  reportChannel: setting.channel({
    title: 'Channel for reports',
    description: 'Where reports of members reach the staff; without one nobody can report anything',
    types: [ChannelType.GuildText],
  }),
  reportAnonymous: setting.boolean({
    title: 'Anonymous reports',
    description: 'Whether members may report without the staff learning who they are',
    default: true,
  }),
  reportCooldown: setting.duration({
    title: 'Time between reports',
    description: 'How long a member waits before they can report again',
    max: LONGEST_COOLDOWN_MS,
    default: 60_000,
  }),
  reportMaxOpen: setting.number({
    title: 'Open reports per member',
    description: 'How many reports of one member can be open at once',
    min: 1,
    max: MOST_OPEN,
    default: 5,
  }),
};
