import type { FileValue } from '../interaction-action.ts';

/** What stands in the field of one option. */
export interface TypedOption {
  readonly text: string;
  /** What was chosen, where it is not the text itself. */
  readonly chosen?: string | number | boolean | FileValue | undefined;
}

/** A field that nothing was typed into. */
export const NOTHING_TYPED: TypedOption = { text: '' };
