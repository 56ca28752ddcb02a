import { UserError } from '@twi/sdk';
import { type Attachment, AttachmentBuilder, AttachmentFlags, type Message } from 'discord.js';
import type { GalleryContext } from '../context.ts';
import { alreadyThere, fileGone, fileTooLarge, notToBeSeen } from '../errors.ts';
import { download } from '../files/download.ts';
import { fileKind } from '../reposts/detection/file-kind.ts';
import type { SourceFile } from '../reposts/detection/repost-source.ts';
import { type Fingerprint, fingerprintsOf } from '../reposts/files/fingerprint.ts';
import { MOST_BYTES, RepostSlots } from '../reposts/files/repost-slots.ts';
import type { ItemKind } from './item-kind.ts';
import type { Items } from './items.ts';
import type { AddResult, NewFile, NewItem } from './new-item.ts';

/** Something that is there to be added as soon as it is kept by a message. */
export interface Upload {
  readonly item: Omit<NewItem, 'files' | 'kind'>;
  readonly attachment: Attachment;
  /** How many bytes a file may have in this guild. */
  readonly limit: number;
}

/** Posts a file, so that Discord keeps it. */
type Post = (file: AttachmentBuilder) => Promise<Message>;

/** Brings files that people give with a command into the gallery: their own attachments last no longer than the command. */
export class Uploads {
  readonly #context: GalleryContext;
  readonly #items: Items;
  readonly #slots = new RepostSlots();

  constructor(context: GalleryContext, items: Items) {
    this.#context = context;
    this.#items = items;
  }

  /**
   * Downloads a file, looks whether it is there already, lets it be posted and adds it.
   *
   * @throws {UserError} `gallery.not-to-be-seen`, `gallery.file-too-large`, `gallery.file-gone`, `gallery.already-there-…`, and those of `Items.add`
   */
  async add({ item, attachment, limit }: Upload, post: Post): Promise<AddResult> {
    const file = sourceOf(attachment);
    if (file.kind === 'file') throw new UserError(notToBeSeen(file.name));
    const { kind } = file;
    const most = Math.min(limit, MOST_BYTES);
    if (attachment.size > most) throw new UserError(fileTooLarge(attachment.size, most));
    // The bytes stay in memory until they are posted, so few at a time.
    return this.#slots.run(async () => {
      const bytes = await download(this.#context.http, attachment.url, { maxBytes: most });
      if (bytes === 'too-large') throw new UserError(fileTooLarge(attachment.size, most));
      if (bytes === 'gone') throw new UserError(fileGone());
      const [print] = await fingerprintsOf([{ file, bytes }]);
      if (!print) throw new TypeError('A file with its bytes has a fingerprint.');
      await this.#refuseDuplicate(item, print);
      const message = await post(fileOf(file, bytes));
      return this.#items.add({ ...item, kind: kind satisfies ItemKind, files: [kept(message, file, print)] });
    });
  }

  async #refuseDuplicate({ guildId }: Upload['item'], print: Fingerprint): Promise<void> {
    const duplicate = await this.#items.findDuplicate({ guildId, files: [print] });
    if (duplicate) throw new UserError(alreadyThere(duplicate.number, duplicate.by));
  }
}

function sourceOf(attachment: Attachment): SourceFile {
  const { url, name, contentType, size, width, height, description } = attachment;
  return {
    url,
    name,
    kind: fileKind(name, contentType),
    contentType,
    size,
    width,
    height,
    isSpoiler: attachment.spoiler || attachment.flags.has(AttachmentFlags.IsSpoiler),
    altText: description,
  };
}

function fileOf({ name, altText }: SourceFile, bytes: Buffer): AttachmentBuilder {
  return new AttachmentBuilder(bytes, { name, ...(altText && { description: altText }) });
}

/** Where Discord keeps the file now. */
function kept(message: Message, source: SourceFile, print: Fingerprint): NewFile {
  const attachment = message.attachments.first();
  if (!attachment) throw new Error(`Discord took the message ${message.id} without its file.`);
  return {
    ...print,
    name: source.name,
    contentType: attachment.contentType ?? source.contentType ?? 'application/octet-stream',
    size: attachment.size,
    width: attachment.width ?? source.width,
    height: attachment.height ?? source.height,
    spoiler: source.isSpoiler,
    alt: source.altText,
    channelId: message.channelId,
    messageId: message.id,
    attachmentId: attachment.id,
    address: attachment.url,
  };
}
