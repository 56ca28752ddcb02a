import { snowflake } from '@twi/sdk';
import { z } from 'zod';

/** Discord's longest message (Resources › Message). */
export const LONGEST_TEXT = 2_000;
export const LONGEST_NAME = 32;
export const LONGEST_COOLDOWN_MS = 86_400_000;

/** What somebody decides about a command; also what the audit log keeps of it, for undo. */
export const customCommandContent = z.object({
  name: z.string(),
  text: z.string(),
  isEmbed: z.boolean(),
  /** 0: none. */
  cooldownMs: z.int(),
  channelId: snowflake.nullable(),
  roleId: snowflake.nullable(),
});

export type CustomCommandContent = z.output<typeof customCommandContent>;

/** A command that a server made. */
export interface CustomCommand extends CustomCommandContent {
  /** Counts from 1 in each guild. */
  readonly number: number;
  readonly uses: number;
}
