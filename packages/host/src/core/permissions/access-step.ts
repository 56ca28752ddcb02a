/** One thing that was looked at on the way to a decision. */
export interface AccessStep {
  /** Whether it speaks for, against, settles nothing, or only has to be known. */
  readonly verdict: 'yes' | 'no' | 'neutral' | 'note';
  readonly text: string;
}

/** A decision and how it came about. */
export interface AccessExplanation {
  readonly isAllowed: boolean;
  readonly steps: readonly AccessStep[];
}
