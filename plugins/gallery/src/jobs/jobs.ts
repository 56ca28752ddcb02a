import { resumeImportsJob } from './resume-imports.ts';
import { runImportJob } from './run-import.ts';
import { settleRepostsJob } from './settle-reposts.ts';

/** The durable work of the plugin. */
export const galleryJobs = {
  'resume-imports': resumeImportsJob,
  'run-import': runImportJob,
  'settle-reposts': settleRepostsJob,
};
