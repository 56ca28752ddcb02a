/** Taking an audited action back, or doing it again. */
export type ReversalVerb = 'undo' | 'redo';
