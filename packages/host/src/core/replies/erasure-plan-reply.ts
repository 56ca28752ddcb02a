import { type EphemeralReply, reply } from '@twi/sdk';
import { AttachmentBuilder, type Snowflake } from 'discord.js';
import type { ErasureReport } from '../../privacy/erasure-report.ts';
import { componentIds } from '../component-ids.ts';
import { erasureLines, type ErasureTense, keptLines } from './erasure-words.ts';

/** Below Discord's 4,096 characters of a description, with room for the words around the list. */
const MAX_LIST = 3_500;

/** What erasing would do, and whether to do it. */
export function erasurePlanReply(plan: ErasureReport, userId: Snowflake): EphemeralReply {
  if (plan.lines.length === 0) return reply.info('Nothing is kept about you.', { ephemeral: true });
  const { text, files } = listOrFile(plan, 'future');
  return reply.confirmation(`${text}\n\nThis cannot be undone. It concerns all servers.`, {
    title: 'Erase what is kept about you?',
    label: 'Erase my data',
    confirmId: componentIds.privacyErase(userId),
    cancelId: componentIds.dismiss(),
    files,
  });
}

/** What erasing did. */
export function erasureDoneReply(report: ErasureReport): EphemeralReply {
  const { text, files } = listOrFile(report, 'past');
  const failed = report.failed.length > 0 ? failedWords(report.failed) : '';
  const words = [text || 'Nothing was kept about you.', failed].filter(Boolean).join('\n\n');
  const options = { title: 'Erased', ephemeral: true, files } as const;
  return failed ? reply.warning(words, options) : reply.success(words, options);
}

const failedWords = (plugins: readonly string[]): string =>
  `What ${plugins.join(' and ')} keeps could not be erased just now. I go on trying; look again tomorrow with \`/privacy export\`.`;

/** A list that is too long for a message goes into a file, whole. */
function listOrFile(report: ErasureReport, tense: ErasureTense) {
  const list = [...erasureLines(report, tense), ...keptLines(report)].join('\n');
  if (list.length <= MAX_LIST) return { text: list, files: [] };
  return {
    text: 'The list is long, so it is in the file.',
    files: [new AttachmentBuilder(Buffer.from(list), { name: 'erasure.txt' })],
  };
}
