/** What is said about reminders. */
export const englishReminders = {
  title: '⏰ Reminder',
  set: 'I will remind you {{at}}:',
  zone: 'Times of day are read in this time zone: {{timeZone}}',
  list: 'Your reminders',
  none: 'Nothing is waiting. `/remind me` sets a reminder.',
  cancelled: 'Cancelled: {{text}}',
  asked: '-# You asked for this {{at}} in {{where}}.',
  late: '-# This comes {{ms, duration}} late: I was not running, or Discord did not take it.',
  snoozed: '-# Put off: it comes again {{at}}.',
  snooze: { '10m': 'In 10 minutes', '1h': 'In 1 hour', tomorrow: 'Tomorrow' },
} as const;
