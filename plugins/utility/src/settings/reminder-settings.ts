import { setting } from '@twi/sdk';

/** A page of them has to stay readable, and each is a job that waits. */
const MOST_REMINDERS = 100;

export const reminderSettings = {
  reminderPlace: setting.choice({
    title: 'Where reminders come',
    description: 'In the channel where they were asked for, or by direct message',
    options: { channel: 'In the channel', dm: 'By direct message' },
    default: 'channel',
  }),
  reminderMax: setting.number({
    title: 'Reminders of a member',
    description: 'How many reminders a member can have waiting here',
    min: 1,
    max: MOST_REMINDERS,
    default: 25,
  }),
};
