import type { AuditEntry } from '@twi/sdk';
import { z } from 'zod';
import { changedFields } from './changed-fields.ts';
import { describeFields } from './fields/describe-fields.ts';
import { showValue } from './fields/show-value.ts';
import type { ChangedSettings, SettingsChange } from './settings-change.ts';

/** What `/undo` needs to know of a change of settings: from which revision to which each plugin went. */
export const settingsReversal = z.object({
  plugins: z.array(z.object({ id: z.string(), from: z.number().int(), to: z.number().int() })),
});

interface SettingsAudit extends Pick<SettingsChange, 'action' | 'byUserId' | 'guildId'> {
  readonly changed: readonly ChangedSettings[];
}

/** The audit entry of a change of settings, `undefined` when nothing changed. */
export function auditSettings({ guildId, byUserId, action, changed }: SettingsAudit): AuditEntry | undefined {
  const [first, ...others] = changed;
  if (!first) return undefined;
  const plugins = changed.map(({ plugin, before, after }) => ({
    id: plugin.id,
    from: before.revision,
    to: after.revision,
  }));
  return {
    guildId,
    ...(byUserId !== undefined && { userId: byUserId }),
    action,
    ...(others.length === 0 && { target: first.plugin.id }),
    details: Object.fromEntries(changed.map((one) => [one.plugin.id, changeWords(one)])),
    reversal: { plugins } satisfies z.input<typeof settingsReversal>,
  };
}

/** What changed, per field. */
function changeWords({ plugin, before, after }: ChangedSettings): Record<string, string> {
  const fields = changedFields(describeFields(plugin.settings), before, after);
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      `${showValue(field, before.values[field.name])} → ${showValue(field, after.values[field.name])}`,
    ]),
  );
}
