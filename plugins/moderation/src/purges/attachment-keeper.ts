import type { RequestLimits } from '@twi/sdk';
import type { ModerationContext } from '../context.ts';
import { PurgeArchiveRepository, type PurgedMessage } from '../database/purge-archive-repository.ts';
import type { PurgedAttachment } from '../database/purge-tables.ts';

/** Larger files are named in the archive and not kept. */
const LARGEST_FILE_BYTES = 8_388_608;
/** What one purge may keep. */
const LARGEST_ARCHIVE_BYTES = 52_428_800;
const DOWNLOAD_TIMEOUT_MS = 10_000;

/** Keeps the files of messages before they are deleted, since their links stop working. */
export class AttachmentKeeper {
  readonly #context: ModerationContext;

  constructor(context: ModerationContext) {
    this.#context = context;
  }

  /** Keeps what fits. A file that cannot be had does not stop the purge; the archive names it all the same. */
  async keep(runId: string, messages: readonly PurgedMessage[]): Promise<void> {
    const archive = new PurgeArchiveRepository(this.#context.db);
    let room = LARGEST_ARCHIVE_BYTES - (await archive.sizeOf(runId));
    for (const message of messages)
      for (const attachment of message.attachments) {
        const maxBytes = Math.min(LARGEST_FILE_BYTES, room);
        if (attachment.size > maxBytes) continue;
        const bytes = await this.#download(attachment, maxBytes);
        if (!bytes) continue;
        await archive.addFile(message, attachment, bytes);
        room -= bytes.length;
      }
  }

  async #download({ id, url }: PurgedAttachment, maxBytes: number): Promise<Buffer | undefined> {
    const limits: RequestLimits = { maxBytes };
    try {
      const file = this.#context.http.get(url, {
        context: limits,
        timeout: { request: DOWNLOAD_TIMEOUT_MS },
        retry: { limit: 0 },
      });
      return Buffer.from(await file.buffer());
    } catch (error) {
      this.#context.logger.warn(`Attachment ${id} could not be archived.`, error);
    }
    return undefined;
  }
}
