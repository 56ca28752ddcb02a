import { isGone } from '@twi/sdk';
import { DiscordAPIError, type Snowflake } from 'discord.js';
import type { GalleryContext } from '../context.ts';
import { FileRepository, type StoredFile } from '../database/file-repository.ts';
import type { Item } from '../database/item-repository.ts';
import { refreshAddresses } from '../reposts/files/refresh-addresses.ts';
import { expiryOf } from './expiry-of.ts';

/** An address must work for at least so long after it is handed out. */
const MARGIN_MS = 600_000;

/** A file that can be shown, or why it cannot: its message was deleted, or Discord does not let the bot read it now. */
export type FreshFile =
  | { readonly state: 'here'; readonly file: StoredFile; readonly url: string }
  | { readonly state: 'gone' | 'unreachable'; readonly file: StoredFile };

/** Where the bytes of items are. */
export class Files {
  readonly #context: GalleryContext;
  readonly #files: FileRepository;

  constructor(context: GalleryContext) {
    this.#context = context;
    this.#files = new FileRepository(context.db);
  }

  /** The files of items of one guild, by the number of the item, in their order. */
  async of(
    items: readonly Pick<Item, 'guildId' | 'number'>[],
  ): Promise<ReadonlyMap<number, readonly StoredFile[]>> {
    const [first] = items;
    if (!first) return new Map();
    const found = await this.#files.list(
      first.guildId,
      items.map(({ number }) => number),
    );
    return Map.groupBy(found, ({ itemNumber }) => itemNumber);
  }

  /** A working address of a file. Discord's expire after a day; then the message is asked for a new one. */
  async fresh(file: StoredFile): Promise<FreshFile> {
    const [fresh] = await this.freshAll([file]);
    return fresh ?? { state: 'unreachable', file };
  }

  /** The same for several files; each message is asked once. */
  async freshAll(files: readonly StoredFile[]): Promise<FreshFile[]> {
    const stale = files.filter((file) => !file.goneAt && !isFresh(file.address));
    const messages = new Map(stale.map(({ messageId, channelId }) => [messageId, channelId]));
    const answers = new Map(
      await Promise.all(
        [...messages].map(
          async ([messageId, channelId]) => [messageId, await this.#ask(channelId, messageId)] as const,
        ),
      ),
    );
    return files.map((file) => {
      if (file.goneAt) return { state: 'gone', file };
      const answer = answers.get(file.messageId);
      if (answer === undefined) return { state: 'here', file, url: file.address };
      if (typeof answer === 'string') return { state: answer, file };
      const url = answer.get(file.attachmentId);
      return url === undefined ? { state: 'gone', file } : { state: 'here', file, url };
    });
  }

  /** Links to pictures, by what they were: those to Discord's attachments, which expire, are made to work. */
  freshLinks(links: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return refreshAddresses(this.#context, links);
  }

  /** Notes that messages were deleted, and the files in them with them. */
  lose(messageIds: readonly Snowflake[]): Promise<void> {
    return this.#files.setGone(messageIds);
  }

  async #ask(
    channelId: Snowflake,
    messageId: Snowflake,
  ): Promise<ReadonlyMap<Snowflake, string> | 'gone' | 'unreachable'> {
    try {
      const channel = await this.#context.client.channels.fetch(channelId);
      if (!channel?.isTextBased()) return 'unreachable';
      const message = await channel.messages.fetch({ message: messageId, force: true });
      // Of a forwarded message, the files are in the copy that the forwarding one holds.
      const parts = [message, ...message.messageSnapshots.values()];
      const attached = parts.flatMap(({ attachments }) => [...attachments.values()]);
      const addresses = new Map(attached.map(({ id, url }) => [id, url]));
      await this.#files.setAddresses(messageId, addresses);
      return addresses;
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      if (!isGone(error)) return 'unreachable';
      await this.#files.setGone([messageId]);
      return 'gone';
    }
  }
}

function isFresh(address: string): boolean {
  const expiry = expiryOf(address);
  return expiry === undefined || expiry - Date.now() > MARGIN_MS;
}
