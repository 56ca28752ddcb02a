import { defineReversal, type PluginReversals, type ReversalRun } from '@twi/sdk';
import type { z } from 'zod';
import { settingsReversal } from '../../settings/audit-settings.ts';
import type { SettingsAction } from '../../settings/settings-change.ts';

type Run = ReversalRun<z.output<typeof settingsReversal>>;

const reversal = defineReversal({
  data: settingsReversal,
  node: 'core.config',

  async undo({ guild, member, data, container }: Run) {
    const changed = await container.core.config.takeBack({ guild, byUserId: member.id }, data.plugins);
    return said(changed.length, 'The settings are as they were before.');
  },

  async redo({ guild, member, data, container }: Run) {
    const back = data.plugins.map(({ id, from, to }) => ({ id, from: to, to: from }));
    const changed = await container.core.config.takeBack({ guild, byUserId: member.id }, back);
    return said(changed.length, 'The settings are changed again.');
  },
});

const said = (changes: number, words: string): string => (changes > 0 ? words : 'Nothing had to be changed.');

/** Settings are taken back in one way, however they were changed. */
export const settingsReversals: PluginReversals = {
  'core.settings-set': reversal,
  'core.settings-reset': reversal,
  'core.settings-revert': reversal,
  'core.settings-import': reversal,
} satisfies Record<SettingsAction, typeof reversal>;
