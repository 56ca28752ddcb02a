import { type CacheFactory, Collection, type GuildMember, LimitedCollection, type User } from 'discord.js';
import { DeferredCollection } from './deferred-collection.ts';
import { GuildChannels } from './guild-channels.ts';
import { RecentCollection } from './recent-collection.ts';
import { Recent } from './recent.ts';

/** So many people at least are remembered, whichever guilds they are in, and at most twice as many. */
const PEOPLE = 10_000;

/** Managers of what nobody reads from a cache. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  'GuildBanManager',
  'GuildInviteManager',
  'MessageManager',
  'PresenceManager',
  'ReactionUserManager',
]);

/** Managers of what belongs to guilds, in which most guilds are quiet for most of the time. */
const DEFERRED: ReadonlySet<string> = new Set([
  'ChannelManager',
  'GuildEmojiManager',
  'GuildStickerManager',
  'RoleManager',
]);

/**
 * Decides what a client remembers of Discord, for `ClientOptions.makeCache`: what belongs to guilds, and the people that it
 * heard of lately. The bot itself and whoever is in a voice channel stay.
 */
export function makeCache(): CacheFactory {
  const nothing = new LimitedCollection({ maxSize: 0 });
  const users = new Recent<User>(PEOPLE, isSelf);
  const members = new Recent<GuildMember>(
    PEOPLE,
    (member) => isSelf(member) || member.guild.voiceStates.cache.has(member.id),
  );
  const cacheOf = ({ name }: { readonly name: string }): unknown => {
    if (NOT_KEPT.has(name)) return nothing;
    if (DEFERRED.has(name)) return new DeferredCollection();
    if (name === 'GuildChannelManager') return new GuildChannels();
    if (name === 'UserManager') return new RecentCollection(users);
    if (name === 'GuildMemberManager') return new RecentCollection(members);
    return new Collection();
  };
  return cacheOf as CacheFactory; // -- its type cannot tell which manager gets which values, as discord.js says beside it
}

function isSelf({ id, client }: Pick<User, 'id' | 'client'>): boolean {
  return id === client.user.id;
}
