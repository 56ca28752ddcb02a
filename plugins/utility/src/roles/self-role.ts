import { snowflake } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { z } from 'zod';

/** Discord's limit for the description of an option in a menu (Components Reference › String Select). */
export const LONGEST_DESCRIPTION = 100;
export const LONGEST_NAME = 50;
export const HEAVIEST = 1_000;

/** What is said about a role that members may take; also what the audit log keeps of it, for undo. */
export const selfRoleContent = z.object({
  category: z.string(),
  description: z.string().nullable(),
  emoji: z.string().nullable(),
  exclusiveGroup: z.string().nullable(),
  requiredRoleIds: z.array(snowflake).readonly(),
  weight: z.int(),
});

export type SelfRoleContent = z.output<typeof selfRoleContent>;

/** A role that members may take. */
export interface SelfRole extends SelfRoleContent {
  readonly roleId: Snowflake;
}

/** Whether somebody with these roles may take it: it asks for none, or they have any of those that it asks for. */
export function isOpenTo(
  { requiredRoleIds }: Pick<SelfRole, 'requiredRoleIds'>,
  heldIds: ReadonlySet<Snowflake>,
): boolean {
  return requiredRoleIds.length === 0 || requiredRoleIds.some((id) => heldIds.has(id));
}
