import type { Container } from '@sapphire/pieces';
import type { Guild, GuildMember, Snowflake } from 'discord.js';
import type { z } from 'zod';

/** What `/undo` or `/redo` works with. */
export interface ReversalRun<Data> {
  readonly guild: Guild;
  /** Who reverses or repeats; they hold the node of the action. */
  readonly member: GuildMember;
  /** What the entry kept for this. */
  readonly data: Data;
  /** What the action was done to, as the entry has it: a snowflake or a name. */
  readonly target: string | undefined;
  /** Who did the action; absent when the bot acted by itself. */
  readonly userId: Snowflake | undefined;
  /** Sapphire's container, where the plugin's own service is at `container.<id>`. */
  readonly container: Container;
}

/**
 * How one kind of audited action is taken back and done again. Both work on the world of today: where it has moved on
 * ("the ban was already lifted by …"), they throw a `UserError` that says so and change nothing.
 */
export interface Reversal<Data = unknown> {
  /** The shape of what an entry keeps; what was stored is read through it, so a later version must take older data. */
  readonly data: z.ZodType<Data>;
  /** The permission node of the action; whoever reverses or repeats it must hold it. */
  readonly node: string;
  /** @returns one sentence for the person who asked: what was taken back. */
  undo(run: ReversalRun<Data>): Promise<string>;
  /** @returns one sentence for the person who asked: what was done again. */
  redo(run: ReversalRun<Data>): Promise<string>;
}

/** Declares a reversal with the type of its data inferred from its schema. */
export function defineReversal<Data>(reversal: Reversal<Data>): Reversal<Data> {
  return reversal;
}

/** What an entry keeps of something that was added, changed or removed; nothing where there was or is none. */
interface Change {
  readonly before: unknown;
  readonly after: unknown;
}

/** How such a change is made again, in either direction. */
export interface ChangeReversal<Data extends Change> extends Pick<Reversal<Data>, 'data' | 'node'> {
  /**
   * Makes what `data.before` says into what `data.after` says, or throws a `UserError` where it has moved on.
   *
   * @returns one sentence for the person who asked.
   */
  readonly replace: (run: ReversalRun<Data>) => Promise<string>;
}

/** Declares a reversal of a change: undoing is making it again with what was before and after in each other's place. */
export function defineChangeReversal<Data extends Change>({
  data,
  node,
  replace,
}: ChangeReversal<Data>): Reversal<Data> {
  return {
    data,
    node,
    undo: (run) => replace({ ...run, data: { ...run.data, before: run.data.after, after: run.data.before } }),
    redo: replace,
  };
}

/** The reversals of a plugin, keyed by the audited action (`moderation.ban`). */
// oxlint-disable-next-line typescript/no-explicit-any -- each reversal has data of its own; its schema checks them
export type PluginReversals = Readonly<Record<string, Reversal<any>>>;
