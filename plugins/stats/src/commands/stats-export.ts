import { reply } from '@twi/sdk';
import { AttachmentBuilder, type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { type CsvFile, csvFiles } from '../export/csv-file.ts';
import { statisticsTables } from '../export/statistics-tables.ts';
import { dayText } from '../replies/day-text.ts';
import type { Stats } from '../stats.ts';
import { askedBy } from './asked.ts';

/** What any server lets a bot send with one message; also about the most that is held in memory. */
const MOST_BYTES = 8_000_000;
/** Resources › Message › Create Message. */
const MOST_FILES = 10;

/** `/stats export`: what the charts show, as tables. */
export async function showExport(
  interaction: ChatInputCommandInteraction<'cached'>,
  stats: Stats,
): Promise<void> {
  const { guild, period, sight, t } = await askedBy(interaction, stats);
  const [from, to] = [dayText(period.from, t.locale), dayText(period.to, t.locale)];
  const tables = statisticsTables({ numbers: stats.numbers, guild, period, sight });
  let isFirst = true;
  for await (const files of messagesOf(tables)) {
    const attachments = files.map(({ name, content }) => new AttachmentBuilder(content, { name }));
    if (isFirst)
      await interaction.editReply(
        reply.success(t('stats:export.done', { from, to }), { files: attachments }),
      );
    else
      await interaction.followUp({
        ...reply.info(t('stats:export.part'), { files: attachments }),
        flags: MessageFlags.Ephemeral,
      });
    isFirst = false;
  }
}

/** Files in as few messages as take them. */
async function* messagesOf(tables: ReturnType<typeof statisticsTables>): AsyncGenerator<CsvFile[]> {
  let files: CsvFile[] = [];
  let size = 0;
  for (const table of tables) {
    for await (const file of csvFiles(table, MOST_BYTES)) {
      if (files.length >= MOST_FILES || size + file.content.length > MOST_BYTES) {
        if (files.length > 0) yield files;
        files = [];
        size = 0;
      }
      files.push(file);
      size += file.content.length;
    }
  }
  if (files.length > 0) yield files;
}
