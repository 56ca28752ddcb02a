import type { Sandbox, SandboxGuild } from '@twi/sandbox';
import type { APIGuildMember, APIUser, GuildMemberFlags } from 'discord.js';

const CHANNELS = 10;
const PEOPLE = 200;
const ROLES = 8;
/** How many of the people are in a server. */
const MEMBERS = 50;
const NO_FLAGS = 0 as GuildMemberFlags; // -- the type has no name for none

/** Somebody in a channel where they write. */
export interface Writer {
  readonly guildId: string;
  readonly channelId: string;
  readonly author: APIUser;
  readonly member: Omit<APIGuildMember, 'user'>;
}

/** Makes servers with channels, roles and people. @returns everybody in every channel, mixed */
export function populate(sandbox: Sandbox, guilds: number): Writer[] {
  const people = Array.from({ length: PEOPLE }, (_, at) => sandbox.createUser({ username: `person${at}` }));
  const writers = Array.from({ length: guilds }, (_, at) => {
    const first = (at * 37) % (PEOPLE - MEMBERS);
    return writersOf(sandbox.createGuild({ name: `Server ${at}` }), people.slice(first, first + MEMBERS));
  }).flat();
  return mixed(writers);
}

function writersOf(guild: SandboxGuild, people: readonly APIUser[]): Writer[] {
  const roles = Array.from({ length: ROLES }, (_, at) => guild.addRole({ name: `role ${at}` }).id);
  const channels = Array.from({ length: CHANNELS }, (_, at) => guild.addChannel({ name: `talk-${at}` }).id);
  return people.flatMap((author, at) => {
    const { joinedAt, roleIds } = guild.addMember(author.id, { roleIds: roles.slice(0, at % ROLES) });
    const member = memberOf(joinedAt, roleIds);
    return channels.map((channelId) => ({ guildId: guild.id, channelId, author, member }));
  });
}

/** A member as their messages show them. */
export function memberOf(joinedAt: string, roles: string[]): Writer['member'] {
  return {
    roles,
    premium_since: null,
    pending: false,
    nick: null,
    mute: false,
    joined_at: joinedAt,
    flags: NO_FLAGS,
    deaf: false,
    communication_disabled_until: null,
    banner: null,
    avatar: null,
  };
}

/** A step that shares no divisor with their number: everybody comes, in an order that looks like none. */
function mixed<Item>(items: readonly Item[]): Item[] {
  return items.flatMap((_, at) => items.slice((at * 7_919) % items.length).slice(0, 1));
}
