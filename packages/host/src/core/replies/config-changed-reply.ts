import { type PlainReply, reply } from '@twi/sdk';
import { changedFields } from '../../settings/changed-fields.ts';
import { showValue } from '../../settings/fields/show-value.ts';
import type { ChangedSettings } from '../../settings/settings-change.ts';
import type { SettingsState } from '../../settings/settings-versions.ts';
import type { ConfigTarget } from '../config/config-target.ts';

/** What differs between two states, a line for each field. */
export function differenceLines(
  { fields }: Pick<ConfigTarget, 'fields'>,
  before: Pick<SettingsState, 'values'>,
  after: Pick<SettingsState, 'values'>,
): string[] {
  return changedFields(fields, before, after).map(
    (field) =>
      `**${field.title}** (\`${field.name}\`): ${showValue(field, before.values[field.name])} → ${showValue(field, after.values[field.name])}`,
  );
}

/** Says what a change made of a plugin's settings. */
export function configChangedReply(target: ConfigTarget, changed: ChangedSettings | undefined): PlainReply {
  if (!changed) return reply.info('That is how it is already. Nothing was changed.');
  const lines = differenceLines(target, changed.before, changed.after);
  return reply.success(lines.join('\n') || 'Saved. It is the same as before for now.', {
    title: `Settings of ${target.title} changed`,
    footer: `Revision ${changed.after.revision}. /config revert goes back to an earlier one.`,
  });
}
