import { stringify } from 'csv-stringify/sync';
import { messageLink } from 'discord.js';
import type { ImportEntry, ImportEntryRepository } from '../database/import-entry-repository.ts';

const ROWS_AT_ONCE = 1_000;
/** What any server lets a bot attach to a message; also the most that is held in memory. */
const MOST_BYTES = 8_000_000;
const COLUMNS = ['number', 'title', 'creator', 'tags', 'nsfw', 'link', 'state', 'reasons'];
/** So that programs which guess take it for UTF-8. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/** What an import found as tables with commas, in parts that Discord takes, each with a head of its own. */
export async function* csvOf(
  entries: ImportEntryRepository,
  importId: string,
  mostBytes = MOST_BYTES,
): AsyncGenerator<Buffer> {
  const head = Buffer.from(BYTE_ORDER_MARK + stringify([COLUMNS]));
  let part = [head];
  let size = head.length;
  let after = '0';
  for (;;) {
    const rows = await entries.listOf(importId, after, ROWS_AT_ONCE);
    for (const row of rows) {
      const line = Buffer.from(lineOf(row));
      if (size + line.length > mostBytes && part.length > 1) {
        yield Buffer.concat(part);
        part = [head];
        size = head.length;
      }
      part.push(line);
      size += line.length;
    }
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_ONCE) break;
    after = last.id;
  }
  yield Buffer.concat(part);
}

function lineOf(entry: ImportEntry): string {
  const { number, title, creator, creatorId, tags, nsfw, state, doubts } = entry;
  const row = [
    number === null ? '' : String(number),
    title ?? '',
    [creator, creatorId].filter((part) => part !== null).join(' '),
    tags.join(', '),
    nsfw ? 'yes' : 'no',
    messageLink(entry.sourceChannelId, entry.messageId, entry.guildId),
    state,
    doubts.join(' '),
  ];
  // A title that begins with "=" would be a formula, which runs in whoever opens the table.
  return stringify([row], { escape_formulas: true });
}
