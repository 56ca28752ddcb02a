import type * as z from 'zod/mini';
import type { Path } from './problem.ts';

/** What is checked against what. */
export interface Checked {
  readonly schema: z.ZodMiniType;
  readonly body: unknown;
}

/** Where a fault is, and what stands there. */
export interface Place {
  readonly path: Path;
  readonly value: unknown;
}
