import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { GalleryContext, GalleryTransaction } from '../context.ts';
import { type Destination, DestinationRepository } from '../database/destination-repository.ts';
import { destinationChangedSince, notDestination, tooManyDestinations } from './destination-errors.ts';
import { ALL_ITEM_KINDS, type ItemKind } from '../items/item-kind.ts';
import { validTags } from '../items/tags.ts';
import { type DestinationChannel, isDestinationChannel } from './destination-channel.ts';

/** So many fit into a select menu (Components Reference › String Select). */
const MOST_DESTINATIONS = 25;

/** How a channel takes items. */
export interface DestinationRules {
  /** Default: all of them. */
  readonly kinds?: readonly ItemKind[] | undefined;
  readonly nsfwOnly?: boolean | undefined;
  readonly defaultTags?: readonly string[] | undefined;
  readonly autoThread?: boolean | undefined;
}

/** Which channel of which guild. */
export interface DestinationKey {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
}

/** A destination with its channel, as Discord has it now. */
export interface OpenDestination {
  readonly destination: Destination;
  readonly channel: DestinationChannel;
}

/** The rules of a destination as the record keeps them, or `null` where the channel was none. */
export type DestinationState = Pick<Destination, 'autoThread' | 'defaultTags' | 'kinds' | 'nsfwOnly'> | null;

type Action = 'gallery.channel-add' | 'gallery.channel-remove';

/** The channels that items are posted to. */
export class Destinations {
  readonly #context: GalleryContext;

  constructor(context: GalleryContext) {
    this.#context = context;
  }

  /** Makes a channel a destination, or replaces its rules. @throws {UserError} those of `validTags` */
  async add(key: DestinationKey, rules: DestinationRules, byId: Snowflake): Promise<Destination> {
    const state = {
      kinds: [...(rules.kinds ?? ALL_ITEM_KINDS)],
      nsfwOnly: rules.nsfwOnly ?? false,
      defaultTags: validTags(rules.defaultTags ?? []),
      autoThread: rules.autoThread ?? false,
    };
    const added = await this.#set(key, { state, byId, action: 'gallery.channel-add' });
    if (!added) throw new TypeError('A destination that was added is not there.');
    return added;
  }

  /** Items that were posted there stay. @throws {UserError} `gallery.not-destination` */
  async remove(key: DestinationKey, byId: Snowflake): Promise<void> {
    if (!(await this.find(key))) throw new UserError(notDestination(key.channelId));
    await this.#set(key, { state: null, byId, action: 'gallery.channel-remove' });
  }

  /** Brings a destination back to what it was. @throws {UserError} `gallery.destination-changed-since` unless it is as `expected` */
  async replace(
    key: DestinationKey,
    { expected, state }: { readonly expected: DestinationState; readonly state: DestinationState },
    byId: Snowflake,
    action: Action,
  ): Promise<void> {
    await this.#set(key, { state, byId, action, expected });
  }

  find({ guildId, channelId }: DestinationKey): Promise<Destination | undefined> {
    return new DestinationRepository(this.#context.db).find(guildId, channelId);
  }

  /** All of a guild, oldest first. */
  list(guildId: Snowflake): Promise<Destination[]> {
    return new DestinationRepository(this.#context.db).list(guildId);
  }

  /** Those that take an item, oldest first: with a channel that is there, and age-restricted for an NSFW item. */
  async accepting(guildId: Snowflake, kind: ItemKind, nsfw: boolean): Promise<OpenDestination[]> {
    const guild = this.#context.client.guilds.cache.get(guildId);
    return (await this.list(guildId)).flatMap((destination) => {
      const channel = guild?.channels.cache.get(destination.channelId);
      if (!channel || !isDestinationChannel(channel)) return [];
      const takes = destination.kinds.includes(kind) && (nsfw ? channel.nsfw : !destination.nsfwOnly);
      return takes ? [{ destination, channel }] : [];
    });
  }

  async #set(
    { guildId, channelId }: DestinationKey,
    change: {
      readonly state: DestinationState;
      readonly byId: Snowflake;
      readonly action: Action;
      readonly expected?: DestinationState;
    },
  ): Promise<Destination | undefined> {
    const { state, byId, action } = change;
    await Promise.all([this.#context.ensureGuild(guildId), this.#context.ensureUser(byId)]);
    return this.#context.db.transaction().execute(async (transaction: GalleryTransaction) => {
      const destinations = new DestinationRepository(transaction);
      const before = stateOf(await destinations.lock(guildId, channelId));
      if (
        change.expected !== undefined &&
        JSON.stringify(before) !== JSON.stringify(stateOf(change.expected))
      )
        throw new UserError(destinationChangedSince(channelId));
      const isNew = state !== null && before === null;
      if (isNew && (await destinations.list(guildId)).length >= MOST_DESTINATIONS)
        throw new UserError(tooManyDestinations(MOST_DESTINATIONS));
      const result = state
        ? await destinations.put({ guildId, channelId, ...state, addedBy: byId })
        : await destinations.remove(guildId, channelId);
      await this.#context.audit.record({
        guildId,
        userId: byId,
        action,
        target: channelId,
        details: state ? { kinds: state.kinds.join(', '), nsfwOnly: state.nsfwOnly } : {},
        reversal: { channelId, before, after: state },
        transaction,
      });
      return result;
    });
  }
}

/** What of a destination is compared and kept. */
function stateOf(destination: DestinationState | undefined): DestinationState {
  if (!destination) return null;
  const { kinds, nsfwOnly, defaultTags, autoThread } = destination;
  return { kinds, nsfwOnly, defaultTags, autoThread };
}
