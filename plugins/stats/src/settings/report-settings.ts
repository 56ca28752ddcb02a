import { setting } from '@twi/sdk';
import { ChannelType } from 'discord.js';

const LAST_HOUR = 23;
const MORNING = 9;

/** Where and when the numbers are posted. */
export const reportSettings = {
  reportChannel: setting.channel({
    title: 'Channel of reports',
    description: 'Where the daily and the weekly report are posted',
    types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
  }),
  dailyReport: setting.boolean({
    title: 'Daily report',
    description: 'Post the numbers of each day on the next one',
  }),
  weeklyReport: setting.boolean({
    title: 'Weekly report',
    description: 'Post the numbers of each week, from Monday to Sunday, on the next Monday',
  }),
  reportHour: setting.number({
    title: 'Hour of reports',
    description: 'From which hour of the day on, by the clock of the server, reports are posted: 0 to 23',
    min: 0,
    max: LAST_HOUR,
    default: MORNING,
  }),
};
