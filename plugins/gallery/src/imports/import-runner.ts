import { UserError } from '@twi/sdk';
import { type Client, DiscordAPIError } from 'discord.js';
import type { GalleryContext } from '../context.ts';
import { type Import, type ImportKey, ImportRepository } from '../database/import-repository.ts';
import type { ImportProgress } from './import-progress.ts';
import type { StepStore } from './step-store.ts';
import {
  assertReadable,
  type ImportableChannel,
  isImportable,
  walkThrough,
} from './walking/importable-channel.ts';

const CHANNEL_GONE = 'The channel is not there any more.';
const DISCORD_REFUSED = 'Discord did not let me read the channel any more.';

/** Works through imports, each in one process at a time. What is done is in the database, so any process can go on after any stop. */
export class ImportRunner {
  readonly #context: GalleryContext;
  readonly #imports: ImportRepository;
  readonly #steps: StepStore;
  readonly #progress: ImportProgress;

  constructor(context: GalleryContext, steps: StepStore, progress: ImportProgress) {
    this.#context = context;
    this.#imports = new ImportRepository(context.db);
    this.#steps = steps;
    this.#progress = progress;
  }

  /** Does what is left of an import, unless another process is at it. */
  async run(key: ImportKey, signal: AbortSignal): Promise<void> {
    const claimed = await this.#imports.claim(key);
    if (!claimed) return;
    try {
      await this.#work(claimed, signal);
    } catch (error) {
      // What a person can mend stops it with a word; anything else is tried again.
      if (error instanceof DiscordAPIError) await this.#pause(claimed, DISCORD_REFUSED);
      else if (error instanceof UserError) await this.#pause(claimed, error.message);
      else throw error;
    } finally {
      await this.#imports.release(claimed);
    }
  }

  async #work(claimed: Import, signal: AbortSignal): Promise<void> {
    const channel = await channelOf(claimed, this.#context.client);
    if (!channel) return this.#pause(claimed, CHANNEL_GONE);
    await assertReadable(channel);
    const walk = walkThrough(channel);
    let run = claimed;
    while (!signal.aborted) {
      const step = await walk.next(run);
      const stored = await this.#steps.store(run, step);
      if (!stored) return undefined;
      if (stored.problem) return this.#pause(run, stored.problem.message);
      ({ run } = stored);
      if (step.isLast) return this.#finish(run);
      await this.#progress.show(run);
    }
  }

  async #pause(run: Import, note: string): Promise<void> {
    const paused = await this.#imports.change(run, ['running'], { state: 'paused', note });
    if (paused) await this.#progress.conclude(paused);
  }

  async #finish(run: Import): Promise<void> {
    const done = await this.#imports.change(run, ['running'], {
      state: 'done',
      note: null,
      leasedUntil: null,
      finishedAt: new Date(),
    });
    if (done) await this.#progress.conclude(done);
  }
}

async function channelOf(
  { guildId, channelId }: Import,
  client: Client,
): Promise<ImportableChannel | undefined> {
  const guild = await client.guilds.fetch(guildId);
  const channel = guild.channels.cache.get(channelId) ?? null;
  return isImportable(channel) ? channel : undefined;
}
