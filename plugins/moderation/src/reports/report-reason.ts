/** What a message can be reported for, with the words that people choose from. */
export const REPORT_REASONS = {
  spam: 'Spam or advertising',
  harassment: 'Harassment or bullying',
  hate: 'Hate or discrimination',
  sexual: 'Unwanted sexual content',
  violence: 'Threats or violence',
  scam: 'Scam or malicious link',
  'self-harm': 'Somebody may hurt themselves',
  other: 'Something else',
} as const;

export type ReportReason = keyof typeof REPORT_REASONS;

/** Tells whether a text names a reason, for state that comes back from a custom id. */
export function isReportReason(text: string): text is ReportReason {
  return Object.hasOwn(REPORT_REASONS, text);
}
