import { type EphemeralReply, type PlainReply, reply } from '@twi/sdk';
import { AttachmentBuilder } from 'discord.js';
import { showValue } from '../../settings/fields/show-value.ts';
import { componentIds } from '../component-ids.ts';
import { type ImportPlan, isEmptyPlan, planDigest, type PlannedSettings } from '../config/import-plan.ts';

/** The name under which the file lies beside the question, for the one who confirms to read again. */
const FILE_NAME = 'settings.json';
/** Discord takes 4,096 characters in an embed's description. */
const MAX_TEXT = 3_800;

/** The file of `/config export`, for the one who asked. */
export function settingsFileOf(text: string): AttachmentBuilder {
  return new AttachmentBuilder(Buffer.from(text), { name: FILE_NAME });
}

/**
 * Asks whether to import, with everything that would change. The file lies beside the question, so that what is
 * confirmed is what was shown, whatever happened to the process since.
 */
export function configImportReply(plan: ImportPlan, text: string, note = ''): EphemeralReply | PlainReply {
  if (isEmptyPlan(plan)) return reply.info(lines(['Everything is like that already.', ...unknown(plan)]));
  const changes = [...plan.settings.flatMap(settingsLines), ...switchLines(plan)];
  const options = {
    title: 'Import these settings?',
    label: 'Import',
    confirmId: componentIds.configImport(planDigest(plan)),
    cancelId: componentIds.dismiss(),
    files: [settingsFileOf(text)],
  };
  return reply.confirmation(shortened([note, ...changes, ...unknown(plan)].filter(Boolean)), options);
}

/** Says what an import changed. */
export function configImportedReply(plan: ImportPlan): PlainReply {
  const done = [...plan.settings.flatMap(settingsLines), ...switchLines(plan)];
  return reply.success(shortened(done), { title: 'Imported' });
}

function settingsLines({ target, state, values }: PlannedSettings): string[] {
  return Array.from(values, ([field, value]) => {
    const next = value === undefined ? field.default : value;
    return `**${target.title}: ${field.title}** (\`${field.name}\`): ${showValue(field, state.values[field.name])} → ${showValue(field, next)}`;
  });
}

function switchLines({ enable, disable }: ImportPlan): string[] {
  return [...enable.map((id) => `Switches on **${id}**`), ...disable.map((id) => `Switches off **${id}**`)];
}

function unknown({ unknown: ids }: ImportPlan): string[] {
  if (ids.length === 0) return [];
  return [`Left out, because this bot does not have them: ${ids.map((id) => `\`${id}\``).join(', ')}`];
}

/** As many lines as fit, and how many do not: the file beside it has them all. */
function shortened(all: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of all) {
    length += line.length + 1;
    if (length > MAX_TEXT) break;
    kept.push(line);
  }
  const rest = all.length - kept.length;
  return lines(rest > 0 ? [...kept, `… and ${rest} more, which the file shows`] : kept);
}

const lines = (parts: readonly string[]): string => parts.join('\n');
