import { type PlainReply, reply } from '@twi/sdk';
import { AttachmentBuilder } from 'discord.js';
import type { Import } from '../database/import-repository.ts';

/** The list of what an import found, a message for each part. */
export async function* csvReplies({ id }: Import, parts: AsyncIterable<Buffer>): AsyncGenerator<PlainReply> {
  let part = 0;
  for await (const file of parts) {
    part += 1;
    const name = part === 1 ? `import-${id}.csv` : `import-${id}-part-${part}.csv`;
    const text = part === 1 ? 'All that the import found.' : 'More of what it found.';
    yield reply.info(text, { files: [new AttachmentBuilder(file, { name })] });
  }
}
