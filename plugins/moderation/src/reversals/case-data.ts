import { z } from 'zod';

/** What the entry of an action keeps: its case, which has the rest. */
export const caseData = z.object({ case: z.int().positive() });

export type CaseData = z.output<typeof caseData>;
