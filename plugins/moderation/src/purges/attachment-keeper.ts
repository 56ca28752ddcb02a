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
        if (attachment.size > Math.min(LARGEST_FILE_BYTES, room)) continue;
        const bytes = await this.#download(attachment);
        if (!bytes || bytes.length > room) continue;
        await archive.addFile(message, attachment, bytes);
        room -= bytes.length;
      }
  }

  async #download({ id, url }: PurgedAttachment): Promise<Buffer | undefined> {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS) });
      if (response.ok) return Buffer.from(await response.arrayBuffer());
      this.#context.logger.warn(`Attachment ${id} could not be archived: HTTP ${response.status}.`);
    } catch (error) {
      this.#context.logger.warn(`Attachment ${id} could not be archived.`, error);
    }
    return undefined;
  }
}
