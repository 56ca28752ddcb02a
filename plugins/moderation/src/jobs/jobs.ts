import { followWarningJob } from './follow-warning.ts';
import { forgetReportersJob } from './forget-reporters.ts';
import { liftBanJob } from './lift-ban.ts';
import { resumeUnfinishedJob } from './resume-unfinished.ts';
import { runBulkJob } from './run-bulk.ts';
import { settleCaseJob } from './settle-case.ts';
import { verifyMemberJob } from './verify-member.ts';

/** The plugin's durable work, by the names under which it is sent. */
export const moderationJobs = {
  'follow-warning': followWarningJob,
  'forget-reporters': forgetReportersJob,
  'lift-ban': liftBanJob,
  'resume-unfinished': resumeUnfinishedJob,
  'run-bulk': runBulkJob,
  'settle-case': settleCaseJob,
  'verify-member': verifyMemberJob,
};
