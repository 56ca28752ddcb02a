import { defineReversal, type PluginReversals, type ReversalRun, snowflake } from '@twi/sdk';
import { z } from 'zod';
import { PERMISSIONS_NODE } from '../permissions/guild-overrides.ts';
import { EFFECT_WORDS, overrideMoved, subjectMention } from '../permissions/override-refusals.ts';

const effect = z.enum(['allow', 'deny']).nullable();

const data = z.intersection(
  z.object({ node: z.string(), before: effect, after: effect }),
  z.union([z.object({ roleId: snowflake }), z.object({ userId: snowflake })]),
);

type Data = z.output<typeof data>;

const permissionReversal = defineReversal({
  data,
  node: PERMISSIONS_NODE,
  undo: (run) => put(run, { expected: run.data.after, effect: run.data.before }),
  redo: (run) => put(run, { expected: run.data.before, effect: run.data.after }),
});

/** How changes of a guild's overrides are taken back. */
export const permissionReversals: PluginReversals = {
  'core.permission-grant': permissionReversal,
  'core.permission-deny': permissionReversal,
  'core.permission-clear': permissionReversal,
};

async function put(
  { container, guild, member, data: { node, ...kept } }: ReversalRun<Data>,
  { expected, effect: wanted }: { readonly expected: Data['after']; readonly effect: Data['after'] },
): Promise<string> {
  const subject = 'roleId' in kept ? { roleId: kept.roleId } : { userId: kept.userId };
  await container.core.overrides.putBack({ guild, member, node, subject, effect: wanted }, (now) =>
    now === expected ? undefined : overrideMoved({ node, subject }, now),
  );
  return `\`${node}\` is ${wanted === null ? 'not set any more for' : EFFECT_WORDS[wanted]} ${subjectMention(subject)}.`;
}
