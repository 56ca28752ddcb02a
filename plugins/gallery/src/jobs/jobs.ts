import { reconcileAllStarsJob } from './reconcile-all-stars.ts';
import { reconcileStarsJob } from './reconcile-stars.ts';
import { resumeImportsJob } from './resume-imports.ts';
import { runImportJob } from './run-import.ts';
import { settleBoardJob } from './settle-board.ts';
import { settleRepostJob } from './settle-repost.ts';
import { settleRepostsJob } from './settle-reposts.ts';
import { settleStarsJob } from './settle-stars.ts';

/** The durable work of the plugin. */
export const galleryJobs = {
  'reconcile-all-stars': reconcileAllStarsJob,
  'reconcile-stars': reconcileStarsJob,
  'resume-imports': resumeImportsJob,
  'run-import': runImportJob,
  'settle-board': settleBoardJob,
  'settle-repost': settleRepostJob,
  'settle-reposts': settleRepostsJob,
  'settle-stars': settleStarsJob,
};
