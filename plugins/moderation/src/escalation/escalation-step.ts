import { parseDuration } from '@twi/sdk';
import { z } from 'zod';

/** Discord's longest timeout: 28 days (Resources › Guild › Modify Guild Member). */
const LONGEST_TIMEOUT_MS = 2_419_200_000;
/** As for `/ban`. */
const LONGEST_BAN_MS = 157_680_000_000;

/** What happens at a number of points. */
export interface EscalationStep {
  readonly type: 'timeout' | 'kick' | 'ban';
  /** Absent for a kick and for a ban without end. */
  readonly durationMs?: number | undefined;
}

/** What people write: `timeout 1h`, `kick`, `ban`, `ban 7d`. */
export function parseEscalationStep(text: string): EscalationStep | undefined {
  const [, type, rest] = /^(timeout|kick|ban)(?:\s+(\S.*))?$/.exec(text.trim().toLowerCase()) ?? [];
  if (type === 'kick') return rest ? undefined : { type };
  if (type === 'ban' && (!rest || rest === 'perm')) return { type };
  const durationMs = parseDuration(rest ?? '');
  if (durationMs === undefined) return undefined;
  if (type === 'ban') return durationMs <= LONGEST_BAN_MS ? { type, durationMs } : undefined;
  return type === 'timeout' && durationMs <= LONGEST_TIMEOUT_MS ? { type, durationMs } : undefined;
}

/** The same as the type of a setting. */
export const ESCALATION_STEP = z
  .string()
  .refine(
    (text) => parseEscalationStep(text) !== undefined,
    '`timeout` with a duration of at most 28d, `kick`, or `ban` with or without a duration',
  );
