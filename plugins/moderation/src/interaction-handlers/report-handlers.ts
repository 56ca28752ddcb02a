import { ReportActionFormHandler } from './report-action-form.ts';
import { ReportActionHandler } from './report-action.ts';
import { ReportFormHandler } from './report-form.ts';
import { ReportQueueHandler } from './report-queue.ts';
import { ReportReasonHandler } from './report-reason.ts';
import { ReportHandler } from './report.ts';

/** What answers the buttons, menus and forms of reports, by the name in their custom ids. */
export const reportHandlers = {
  report: ReportHandler,
  'report-action': ReportActionHandler,
  'report-action-form': ReportActionFormHandler,
  'report-form': ReportFormHandler,
  'report-queue': ReportQueueHandler,
  'report-reason': ReportReasonHandler,
};
