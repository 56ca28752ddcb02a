import { deliverReminderJob } from './deliver-reminder.ts';
import { refreshRolePanelsJob } from './refresh-role-panels.ts';
import { resumeRemindersJob } from './resume-reminders.ts';

/** The plugin's durable work, by the names under which it is sent. */
export const utilityJobs = {
  'deliver-reminder': deliverReminderJob,
  'refresh-role-panels': refreshRolePanelsJob,
  'resume-reminders': resumeRemindersJob,
};
