import { forgetInactiveJob } from './forget-inactive.ts';

/** The plugin's durable work, by the names under which it is sent. */
export const jobs = {
  'forget-inactive': forgetInactiveJob,
};
