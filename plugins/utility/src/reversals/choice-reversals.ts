import { defineChangeReversal, type PluginReversals, type ReversalRun, snowflake } from '@twi/sdk';
import { roleMention } from 'discord.js';
import { z } from 'zod';
import { customReversals } from './custom-reversals.ts';
import { pinReversals } from './pin-reversals.ts';
import { selfRoleContent } from '../roles/self-role.ts';
import type { SelfRoleTransition } from '../roles/self-roles.ts';

const data: z.ZodType<SelfRoleTransition> = z.object({
  roleId: snowflake,
  before: selfRoleContent.nullable(),
  after: selfRoleContent.nullable(),
});

/** How a role that was offered, changed or withdrawn becomes again what it was, if nobody has changed it since. */
const selfRoleReversal = defineChangeReversal({
  data,
  node: 'utility.roles',
  replace,
});

async function replace({
  container,
  member,
  data: transition,
}: ReversalRun<SelfRoleTransition>): Promise<string> {
  await container.utility.roles.replace(transition, member);
  const { roleId, before, after } = transition;
  const role = roleMention(roleId);
  if (after === null) return `Members may take ${role} no more.`;
  return before === null ? `Members may take ${role} again.` : `${role} is changed back.`;
}

/** How changes of roles to choose, of pins and of the commands of a server are undone and repeated. */
export const choiceReversals: PluginReversals = {
  ...customReversals,
  ...pinReversals,
  'utility.role-offer': selfRoleReversal,
  'utility.role-change': selfRoleReversal,
  'utility.role-withdraw': selfRoleReversal,
};
