import { defineReversal, type PluginReversals, type ReversalRun } from '@twi/sdk';
import type { z } from 'zod';
import { settingsReversal } from '../../settings/audit-settings.ts';
import { describeFields } from '../../settings/fields/describe-fields.ts';
import type { ChangedSettings, SettingsAction } from '../../settings/settings-change.ts';
import { differenceLines } from '../replies/config-changed-reply.ts';

type Run = ReversalRun<z.output<typeof settingsReversal>>;

const reversal = defineReversal({
  data: settingsReversal,
  node: 'core.config',

  async undo({ guild, member, data, container }: Run) {
    const changed = await container.core.config.takeBack({ guild, byUserId: member.id }, data.plugins);
    return said(changed);
  },

  async redo({ guild, member, data, container }: Run) {
    const back = data.plugins.map(({ id, from, to }) => ({ id, from: to, to: from }));
    const changed = await container.core.config.takeBack({ guild, byUserId: member.id }, back);
    return said(changed);
  },
});

function said(changed: readonly ChangedSettings[]): string {
  const lines = changed.flatMap(({ plugin, before, after }) =>
    differenceLines({ fields: describeFields(plugin.settings) }, before, after),
  );
  return lines.join('\n') || 'It is like that already.';
}

/** Settings are taken back in one way, however they were changed. */
export const settingsReversals: PluginReversals = {
  'core.settings-set': reversal,
  'core.settings-reset': reversal,
  'core.settings-revert': reversal,
  'core.settings-import': reversal,
} satisfies Record<SettingsAction, typeof reversal>;
