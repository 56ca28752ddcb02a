import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Findings } from './fault.ts';

const KEYWORD = 'twi-plugin';
const keyworded = z.object({ keywords: z.array(z.string()).default([]) });

/** Looks for the keyword by which people find plugins at the registry. */
export async function checkKeywords(directory: string): Promise<Findings> {
  const json: unknown = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'));
  if (keyworded.safeParse(json).data?.keywords.includes(KEYWORD)) return { faults: [] };
  return { faults: [{ where: 'package.json "keywords"', message: `must include "${KEYWORD}".` }] };
}
