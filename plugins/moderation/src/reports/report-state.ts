/** What becomes of a report, with the words for each. */
export const REPORT_STATES = {
  open: 'Open',
  claimed: 'Claimed',
  resolved: 'Resolved',
  dismissed: 'Dismissed',
} as const;

export type ReportState = keyof typeof REPORT_STATES;

/** How a report can end. */
export type ReportOutcome = 'resolved' | 'dismissed';

/** Tells whether a text names a state, for state that comes back from a custom id. */
export function isReportState(text: string): text is ReportState {
  return Object.hasOwn(REPORT_STATES, text);
}
