import type { Page } from '@twi/database';
import { UserError } from '@twi/sdk';
import { GatewayIntentBits, type GuildMember, type Snowflake } from 'discord.js';
import type { GalleryContext } from '../context.ts';
import { ImportEntryRepository } from '../database/import-entry-repository.ts';
import {
  type EntryCounts,
  type Import,
  type ImportKey,
  ImportRepository,
} from '../database/import-repository.ts';
import type { ImportState } from '../database/import-tables.ts';
import type { Items } from '../items/items.ts';
import { csvOf } from './import-csv.ts';
import { cannotReadContent, importIs, importRuns, mayNotSeeImport } from './import-errors.ts';
import { ImportProgress } from './import-progress.ts';
import { ImportRunner } from './import-runner.ts';
import { parseAfter } from './parse-after.ts';
import { StepStore } from './step-store.ts';
import { canSee } from './visible-channels.ts';
import { assertReadable, firstPhase, type ImportableChannel } from './walking/importable-channel.ts';

/** One at a time: each has its own progress and buttons. */
const PAGE_SIZE = 1;
const BATCH_SIZE = 100;

/** Imports old posts of channels into the gallery. */
export class Imports {
  readonly #context: GalleryContext;
  readonly #imports: ImportRepository;
  readonly #steps: StepStore;

  constructor(context: GalleryContext, items: Items) {
    this.#context = context;
    this.#imports = new ImportRepository(context.db);
    this.#steps = new StepStore(context, items);
  }

  /**
   * Begins an import; {@link begin} sets it going once its progress is shown.
   *
   * @param request.now the id of the newest post that counts as old
   * @throws {UserError} `gallery.import-runs`, `gallery.bad-after`, `gallery.cannot-import`, `gallery.may-not-see-import`
   */
  async start(request: {
    readonly channel: ImportableChannel;
    readonly member: GuildMember;
    readonly after: string | null;
    readonly now: Snowflake;
  }): Promise<Import> {
    const { channel, member, after, now } = request;
    const { id: channelId, guild } = channel;
    const { timeZone } = await this.#context.guild(guild.id);
    const afterId = parseAfter(after, { timeZone, now: new Date() });
    const { intents } = this.#context.client.options;
    if (!intents.has(GatewayIntentBits.MessageContent)) throw new UserError(cannotReadContent());
    if (!canSee(member, channelId)) throw new UserError(mayNotSeeImport());
    await assertReadable(channel);
    await Promise.all([this.#context.ensureGuild(guild.id), this.#context.ensureUser(member.id)]);
    return this.#context.db.transaction().execute(async (transaction) => {
      const imports = new ImportRepository(transaction);
      const values = { guildId: guild.id, channelId, startedBy: member.id, afterId };
      const run = await imports.create({ ...values, untilId: now, phase: firstPhase(channel) });
      if (!run) throw await this.#alreadyRuns(guild.id, channelId);
      await this.#context.audit.record({
        guildId: guild.id,
        userId: member.id,
        action: 'gallery.import',
        target: channelId,
        details: { import: run.id, after: afterId },
        irreversibleBecause:
          'An import can be cancelled while it runs. What it added is removed item by item with `/gallery remove`.',
        transaction,
      });
      return run;
    });
  }

  /** Sets an import going, with its progress in a message. */
  async begin(
    run: Import,
    message: { readonly channelId: Snowflake; readonly id: Snowflake },
  ): Promise<void> {
    await this.#imports.recordProgressMessage(run, message.channelId, message.id);
    await this.#send(run);
  }

  /** @throws {UserError} `gallery.import-not-found`, `gallery.may-not-see-import` */
  async get(key: ImportKey, member: GuildMember): Promise<Import> {
    const run = await this.#imports.get(key);
    if (!canSee(member, run.channelId)) throw new UserError(mayNotSeeImport());
    return run;
  }

  /** How many posts of an import are in each state. */
  count(run: Import): Promise<EntryCounts> {
    return this.#imports.count(run);
  }

  /** An import whose channel the member sees, newest first. @throws {CursorError} */
  async list(member: GuildMember, cursor?: string): Promise<Page<Import>> {
    const guildId = member.guild.id;
    const seen = (await this.#imports.listChannels(guildId)).filter((channelId) => canSee(member, channelId));
    if (seen.length === 0) return { rows: [], next: undefined, previous: undefined };
    return this.#imports.list(guildId, seen, { limit: PAGE_SIZE, cursor });
  }

  /** Stops an import so that it can go on. @throws {UserError} `gallery.import-state` and those of `get` */
  pause(key: ImportKey, member: GuildMember): Promise<Import> {
    return this.#change(key, member, { from: ['running'], to: 'paused', verb: 'pause' });
  }

  /** Lets an import go on where it stopped. @throws {UserError} `gallery.import-state` and those of `get` */
  async resume(key: ImportKey, member: GuildMember): Promise<Import> {
    const run = await this.#change(key, member, { from: ['paused'], to: 'running', verb: 'resume' });
    await this.#send(run);
    return run;
  }

  /** Ends an import; what it added stays. @throws {UserError} `gallery.import-state` and those of `get` */
  cancel(key: ImportKey, member: GuildMember): Promise<Import> {
    return this.#change(key, member, { from: ['running', 'paused'], to: 'cancelled', verb: 'cancel' });
  }

  /** What an import found, as parts of a table with commas. */
  foundAsCsv(run: Import): AsyncGenerator<Buffer> {
    return csvOf(new ImportEntryRepository(this.#context.db), run.id);
  }

  /** Does what is left of an import, unless another process is at it. */
  async run(key: ImportKey, signal: AbortSignal): Promise<void> {
    const { client } = this.#context;
    if (!client.isReady()) throw new Error('No import can go on before the bot has logged in.');
    const progress = new ImportProgress(this.#context, client);
    await new ImportRunner(this.#context, this.#steps, progress).run(key, signal);
  }

  /** Sends a job for every import that a crash or a stop of the bot interrupted. */
  async resumeAbandoned(): Promise<void> {
    for (const run of await this.#imports.listAbandoned(BATCH_SIZE)) await this.#send(run);
  }

  async #send({ guildId, id }: Import): Promise<void> {
    await this.#context.jobs.send('run-import', { guildId, id }, { key: `${guildId}/${id}` });
  }

  async #change(
    key: ImportKey,
    member: GuildMember,
    {
      from,
      to,
      verb,
    }: { readonly from: readonly ImportState[]; readonly to: ImportState; readonly verb: string },
  ): Promise<Import> {
    await this.get(key, member);
    return this.#context.db.transaction().execute(async (transaction) => {
      const imports = new ImportRepository(transaction);
      const isOver = to === 'cancelled';
      const changed = await imports.change(key, from, {
        state: to,
        note: null,
        // Whoever holds it notices with its next step; who takes it on need not wait for that.
        leasedUntil: null,
        ...(isOver && { finishedAt: new Date() }),
      });
      if (!changed) throw new UserError(importIs((await imports.get(key)).state));
      await this.#context.audit.record({
        guildId: key.guildId,
        userId: member.id,
        action: `gallery.import-${verb}`,
        target: changed.channelId,
        details: { import: changed.id },
        transaction,
      });
      return changed;
    });
  }

  async #alreadyRuns(guildId: Snowflake, channelId: Snowflake): Promise<UserError> {
    const run = await this.#imports.findUnfinished(guildId, channelId);
    return new UserError(importRuns(channelId, run?.state === 'paused', run?.startedBy ?? null));
  }
}
