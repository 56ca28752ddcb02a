import type { ILogger } from '@sapphire/framework';
import type { REST, Snowflake } from 'discord.js';
import { commandHash } from './command-hash.ts';
import { type CommandPlan, planCommands } from './command-plan.ts';
import { type CommandScope, commandsRoute, GLOBAL_SCOPE } from './command-scope.ts';
import { slotProblem, type SlotUsage, slotUsage } from './command-slots.ts';
import { CreationBudget } from './creation-budget.ts';
import { DesiredCommands, type DesiredCommandsOptions, registeredForm } from './desired-commands.ts';
import { KeyedQueue } from './keyed-queue.ts';
import type { PluginCommand } from './plugin-command.ts';
import { RequestPacer } from './request-pacer.ts';
import { judgeSyncFailure } from './sync-failure.ts';
import { SyncedHashes, type SyncedHashStore } from './synced-hashes.ts';

/** Well under Discord's 50 a second, which the bot's answers need too. */
const REQUESTS_PER_SECOND = 20;
const CONCURRENCY = 4;

/** What became of one scope: sent, already in step, to be tried again, or refused until something changes. */
export type SyncOutcome = 'updated' | 'unchanged' | 'postponed' | 'refused';

/** How many scopes came to which outcome. */
export type SyncSummary = Readonly<Record<SyncOutcome, number>>;

/** What the reconciler knows of Discord. */
export interface ReconcilerDiscord {
  readonly rest: Pick<REST, 'get' | 'put'>;
  applicationId(): Snowflake;
  /** The guilds that this process serves. */
  guildIds(): readonly Snowflake[];
  /** Whether a guild, present or not, would be served by this process (its shard is one of ours). */
  servesGuild(guildId: Snowflake): boolean;
}

export interface CommandReconcilerOptions extends DesiredCommandsOptions {
  readonly discord: ReconcilerDiscord;
  readonly store: SyncedHashStore;
  readonly logger: ILogger;
  /** When something last happened in a guild: where most happens, commands are brought in step first. */
  readonly lastActiveAt?: (guildIds: readonly Snowflake[]) => Promise<ReadonlyMap<Snowflake, Date>>;
  readonly requestsPerSecond?: number;
}

/**
 * Keeps the commands that Discord has in step with the plugins that are enabled: each guild gets exactly the commands
 * of its plugins, and a request is sent only where the list differs from the one that Discord last took.
 */
export class CommandReconciler {
  readonly #options: CommandReconcilerOptions;
  readonly #desired: DesiredCommands;
  readonly #hashes: SyncedHashes;
  readonly #creations = new CreationBudget();
  readonly #pacer: RequestPacer;
  readonly #queue: KeyedQueue<CommandScope, SyncOutcome>;
  readonly #attempts = new Map<CommandScope, number>();
  readonly #retries = new Map<CommandScope, NodeJS.Timeout>();

  constructor(options: CommandReconcilerOptions) {
    this.#options = options;
    this.#desired = new DesiredCommands(options);
    this.#hashes = new SyncedHashes(options.store);
    this.#pacer = new RequestPacer(options.requestsPerSecond ?? REQUESTS_PER_SECOND);
    this.#queue = new KeyedQueue({ concurrency: CONCURRENCY, run: (scope) => this.#sync(scope) });
  }

  /**
   * Brings every guild and the global commands in step. Resolves when each was tried once; what is postponed is tried
   * again by itself.
   */
  async reconcileAll(): Promise<SyncSummary> {
    const { discord } = this.#options;
    const guildIds = discord.guildIds();
    await this.#forgetLeftGuilds(new Set(guildIds));
    const differing: CommandScope[] = [];
    for (const scope of [GLOBAL_SCOPE, ...guildIds]) if (await this.#differs(scope)) differing.push(scope);
    const outcomes = await Promise.all(
      (await this.#activeFirst(differing)).map((scope) => this.#queue.add(scope)),
    );
    const count = (outcome: SyncOutcome): number => outcomes.filter((each) => each === outcome).length;
    return {
      updated: count('updated'),
      unchanged: count('unchanged') + 1 + guildIds.length - differing.length,
      postponed: count('postponed'),
      refused: count('refused'),
    };
  }

  /** Brings one guild in step, before all others that wait. Resolves after the first try. */
  reconcileGuild(guildId: Snowflake): Promise<SyncOutcome> {
    return this.#queue.add(guildId, { urgent: true });
  }

  /** Where a request would be sent: the guilds, and {@link GLOBAL_SCOPE}, whose commands differ from what is desired. */
  async outOfStep(): Promise<CommandScope[]> {
    const differing: CommandScope[] = [];
    for (const scope of [GLOBAL_SCOPE, ...this.#options.discord.guildIds()])
      if (await this.#differs(scope)) differing.push(scope);
    return differing;
  }

  /** What {@link reconcileGuild} would change, compared with what Discord has now. */
  async plan(guildId: Snowflake): Promise<CommandPlan> {
    const commands = this.#desired.in(guildId);
    return planCommands({
      desired: commands,
      registered: await this.#options.discord.rest.get(this.#route(guildId)),
      inStep: !(await this.#differs(guildId)),
    });
  }

  /** What a guild's commands take of Discord's limits, as if `withPlugins` were enabled there too. */
  usage(guildId: Snowflake, withPlugins: readonly string[] = []): SlotUsage {
    return slotUsage(this.#desired.in(guildId, withPlugins));
  }

  /** Forgets a guild that the bot has left; Discord drops its commands itself. */
  async forgetGuild(guildId: Snowflake): Promise<void> {
    this.#clearRetry(guildId);
    this.#creations.forget(guildId);
    try {
      await this.#hashes.remove(guildId);
    } catch (error) {
      this.#options.logger.warn(`The row of guild ${guildId} goes at the next start instead.`, error);
    }
  }

  /** Sends nothing more and waits for the request that is under way. */
  async stop(): Promise<void> {
    await this.#queue.stop('postponed');
    for (const scope of this.#retries.keys()) this.#clearRetry(scope);
  }

  async #sync(scope: CommandScope): Promise<SyncOutcome> {
    this.#clearRetry(scope);
    try {
      if (!(await this.#differs(scope))) return this.#succeeded(scope, 'unchanged');
      return await this.#register(scope);
    } catch (error) {
      return this.#failed(scope, error);
    }
  }

  async #register(scope: CommandScope): Promise<SyncOutcome> {
    if (!(await this.#hashes.isKnown(scope))) this.#creations.startEmpty(scope);
    // Told beforehand, so that a process killed before the answer sends the list again after its restart.
    await this.#hashes.markUnknown(scope);
    await this.#pacer.turn();
    // Read at the last moment: the latest state wins.
    const commands = this.#desired.in(scope);
    const refusal = this.#obstacle(scope, commands);
    if (refusal) return refusal;
    const body = registeredForm(commands, scope);
    await this.#options.discord.rest.put(this.#route(scope), { body });
    this.#creations.record(scope, commands.map(creationKey));
    await this.#hashes.save(scope, commandHash(body));
    return this.#succeeded(scope, 'updated');
  }

  /** What Discord would refuse is not sent. */
  #obstacle(scope: CommandScope, commands: readonly PluginCommand[]): SyncOutcome | undefined {
    const problem = slotProblem(slotUsage(commands));
    if (problem) {
      this.#options.logger.error(`${describe(scope)} would get ${problem}; its commands stay as they are.`);
      return this.#succeeded(scope, 'refused');
    }
    const waitMs = this.#creations.waitMs(scope, commands.map(creationKey));
    if (waitMs === 0) return undefined;
    this.#options.logger.warn(
      `${describe(scope)} got as many new commands today as Discord allows; it waits.`,
    );
    return this.#retry(scope, waitMs);
  }

  #succeeded(scope: CommandScope, outcome: SyncOutcome): SyncOutcome {
    this.#attempts.delete(scope);
    return outcome;
  }

  #failed(scope: CommandScope, error: unknown): SyncOutcome {
    const attempt = this.#attempts.get(scope) ?? 0;
    const failure = judgeSyncFailure(error, attempt);
    if (!failure.again) {
      this.#options.logger.warn(`Discord refused the commands of ${describe(scope)}: ${failure.reason}`);
      return this.#succeeded(scope, 'refused');
    }
    this.#attempts.set(scope, attempt + 1);
    this.#options.logger.warn(`The commands of ${describe(scope)} are tried again later.`, error);
    return this.#retry(scope, failure.afterMs);
  }

  #retry(scope: CommandScope, afterMs: number): SyncOutcome {
    const timer = setTimeout(() => void this.#queue.add(scope), afterMs).unref();
    this.#clearRetry(scope);
    this.#retries.set(scope, timer);
    return 'postponed';
  }

  #clearRetry(scope: CommandScope): void {
    clearTimeout(this.#retries.get(scope));
    this.#retries.delete(scope);
  }

  async #differs(scope: CommandScope): Promise<boolean> {
    const hash = commandHash(registeredForm(this.#desired.in(scope), scope));
    return hash !== (await this.#hashes.get(scope));
  }

  async #activeFirst(scopes: readonly CommandScope[]): Promise<CommandScope[]> {
    const { lastActiveAt } = this.#options;
    if (!lastActiveAt || scopes.length < 2) return [...scopes];
    const times = await lastActiveAt(scopes.filter((scope) => scope !== GLOBAL_SCOPE));
    const rank = (scope: CommandScope): number =>
      scope === GLOBAL_SCOPE ? Infinity : (times.get(scope)?.getTime() ?? 0);
    return scopes.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1));
  }

  async #forgetLeftGuilds(present: ReadonlySet<Snowflake>): Promise<void> {
    for (const scope of await this.#hashes.scopes())
      if (scope !== GLOBAL_SCOPE && !present.has(scope) && this.#options.discord.servesGuild(scope))
        await this.forgetGuild(scope);
  }

  #route(scope: CommandScope): `/${string}` {
    return commandsRoute(this.#options.discord.applicationId(), scope);
  }
}

function creationKey({ type, name }: PluginCommand): string {
  return `${type}:${name}`;
}

function describe(scope: CommandScope): string {
  return scope === GLOBAL_SCOPE ? 'the global list' : `guild ${scope}`;
}
