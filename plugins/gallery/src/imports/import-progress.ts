import { type Client, DiscordAPIError, type GuildTextBasedChannel } from 'discord.js';
import type { GalleryContext } from '../context.ts';
import { ImportEntryRepository } from '../database/import-entry-repository.ts';
import { type Import, ImportRepository } from '../database/import-repository.ts';
import { csvReplies } from '../replies/csv-replies.ts';
import { importReply } from '../replies/import-reply.ts';
import { csvOf } from './import-csv.ts';
import { isOpenTo } from './visible-channels.ts';

/** Edits to one message are throttled by Discord; more often nobody reads them either. */
const INTERVAL_MS = 4_000;

/** The message that shows how far an import is, edited also by a process that did not send it. */
export class ImportProgress {
  readonly #context: GalleryContext;
  readonly #client: Client<true>;
  #editedAt = Date.now();

  constructor(context: GalleryContext, client: Client<true>) {
    this.#context = context;
    this.#client = client;
  }

  /** Shows how far it is, unless that was shown a moment ago. */
  async show(run: Import): Promise<void> {
    if (Date.now() - this.#editedAt < INTERVAL_MS) return;
    this.#editedAt = Date.now();
    await this.#edit(run);
  }

  /** Shows that it stopped, at the end with all that it found. */
  async conclude(run: Import): Promise<void> {
    await this.#edit(run);
    if (run.state === 'done') await this.#sendList(run);
  }

  async #edit(run: Import): Promise<void> {
    const channel = this.#channelOf(run);
    const { progressMessageId } = run;
    if (!channel || progressMessageId === null) return;
    const counts = await new ImportRepository(this.#context.db).count(run);
    await this.#try(() => channel.messages.edit(progressMessageId, importReply(run, counts)));
  }

  /** Where some might read it who do not see the imported channel, it takes a click on the button. */
  async #sendList(run: Import): Promise<void> {
    const channel = this.#channelOf(run);
    const source = channel?.guild.channels.cache.get(run.channelId);
    if (!channel || !source || !isOpenTo(source, channel)) return;
    const found = csvOf(new ImportEntryRepository(this.#context.db), run.id);
    const reply = { messageReference: run.progressMessageId ?? '', failIfNotExists: false };
    for await (const part of csvReplies(run, found))
      await this.#try(() => channel.send({ ...part, ...(run.progressMessageId !== null && { reply }) }));
  }

  #channelOf({ progressChannelId }: Import): GuildTextBasedChannel | undefined {
    const channel =
      progressChannelId === null ? undefined : this.#client.channels.cache.get(progressChannelId);
    return channel?.isTextBased() && !channel.isDMBased() ? channel : undefined;
  }

  /** Somebody may have deleted the message or taken the channel away; `/gallery-admin progress` shows it all the same. */
  async #try(send: () => Promise<unknown>): Promise<void> {
    try {
      await send();
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      this.#context.logger.debug('The progress of an import could not be shown.', error);
    }
  }
}
