import { snowflake } from '@twi/sdk';
import { z } from 'zod';
import { BOUNDS } from './bounds.ts';

export const automodAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('delete') }),
  /** How many points it counts towards escalation follows from its reason, `Automod: <name of the rule>`. */
  z.strictObject({ type: z.literal('warn') }),
  z.strictObject({ type: z.literal('timeout'), durationMs: z.int().min(1_000).max(BOUNDS.timeoutMs) }),
  z.strictObject({ type: z.literal('kick') }),
  /** Without a duration for good. */
  z.strictObject({
    type: z.literal('ban'),
    durationMs: z.int().min(1_000).max(BOUNDS.banMs).optional(),
  }),
  z.strictObject({ type: z.literal('role'), roleId: snowflake }),
  /** Says something in the channel, which goes away by itself. */
  z.strictObject({ type: z.literal('reply'), text: z.string().min(1).max(BOUNDS.replyLength) }),
  /** Without a channel, in the one that the settings name. */
  z.strictObject({ type: z.literal('log'), channelId: snowflake.optional() }),
]);

/** What a rule does about a message. */
export type AutomodAction = z.output<typeof automodAction>;
export type ActionOf<Type extends AutomodAction['type']> = Extract<AutomodAction, { type: Type }>;
