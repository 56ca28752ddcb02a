import { setting } from '@twi/sdk';

const DEFAULT_DAYS_KEPT = 400;
const FEWEST_DAYS_KEPT = 30;
const MOST_DAYS_KEPT = 3_650;

/** What is counted, and how long the numbers stay. */
export const countingSettings = {
  ignoredChannels: setting.channels({
    title: 'Ignored channels',
    description: 'Channels and categories in which nothing is counted, with all their threads',
  }),
  ignoredRoles: setting.roles({
    title: 'Ignored roles',
    description: 'Members with one of these roles are not counted',
  }),
  keepDays: setting.number({
    title: 'Days kept',
    description: 'For how many days the numbers of a day are kept',
    min: FEWEST_DAYS_KEPT,
    max: MOST_DAYS_KEPT,
    default: DEFAULT_DAYS_KEPT,
  }),
};
