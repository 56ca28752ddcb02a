import { quotable, type UserError } from '@twi/sdk';
import type { SettingField } from '../../settings/fields/setting-field.ts';

const identifier = (name: string): string => `core.${name}`;

export const noSettings = (title: string): UserError.Options => ({
  identifier: identifier('no-settings'),
  message: `**${title}** has no settings.`,
});

export const noSuchSetting = (title: string, typed: string): UserError.Options => ({
  identifier: identifier('no-such-setting'),
  message: `**${title}** has no setting “${quotable(typed)}”. \`key\` takes one of those that are suggested while you type.`,
});

/** @param problems sentences that each name a field and what it accepts. */
export const invalidValues = (problems: readonly string[]): UserError.Options => ({
  identifier: identifier('invalid-settings'),
  message: ['Nothing was changed.', ...problems].join('\n'),
});

export const changedMeanwhile = (fields: readonly SettingField[]): UserError.Options => ({
  identifier: identifier('settings-changed-meanwhile'),
  message: `Nothing was changed: ${names(fields)} has been changed since. Look at it again first.`,
});

export const noSuchRevision = (revision: number): UserError.Options => ({
  identifier: identifier('no-such-revision'),
  message: `There is no revision ${revision}. \`revision\` takes a number that \`/config history\` shows, or 0 for the defaults.`,
});

export const unreadableFile = (reason: string): UserError.Options => ({
  identifier: identifier('unreadable-settings-file'),
  message: `\`file\` takes a JSON file from \`/config export\`: ${reason}.`,
});

const names = (fields: readonly SettingField[]): string =>
  fields.map(({ title, name }) => `${title} (\`${name}\`)`).join(', ');
