/** What can be done to the author of a reported message, each guarded by the node of its own command. */
export const REPORT_ACTIONS = {
  warn: { label: 'Warn', node: 'moderation.warn', takesDuration: 'no' },
  timeout: { label: 'Time out', node: 'moderation.timeout', takesDuration: 'required' },
  kick: { label: 'Kick', node: 'moderation.kick', takesDuration: 'no' },
  ban: { label: 'Ban', node: 'moderation.ban', takesDuration: 'optional' },
} as const;

export type ReportAction = keyof typeof REPORT_ACTIONS;

/** Tells whether a text names an action, for state that comes back from a custom id. */
export function isReportAction(text: string): text is ReportAction {
  return Object.hasOwn(REPORT_ACTIONS, text);
}
