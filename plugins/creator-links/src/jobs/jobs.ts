import { checkLinksJob } from './check-links.ts';

/** The plugin's durable work, by the names under which it is sent. */
export const creatorLinksJobs = {
  'check-links': checkLinksJob,
};
