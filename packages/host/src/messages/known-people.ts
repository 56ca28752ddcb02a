import type {
  APIGuildMember,
  APIUser,
  Client,
  GatewayMessageCreateDispatchData,
  Guild,
  GuildMember,
  User,
} from 'discord.js';

/** A person as part of a message in a guild. */
type MemberData = Omit<APIGuildMember, 'user'>;

/** What the library keeps to itself. */
interface Patched {
  _patch(data: object): void;
}

/** What is known of somebody; of whom nothing is known, what Discord said. */
export function knownUser({ users }: Client, data: APIUser): User {
  return users.cache.get(data.id) ?? users['_add'](data);
}

/**
 * Remembers the people of a message as discord.js does, which writes all of it down each time, where most messages say of
 * people what is known.
 *
 * @returns who wrote it
 */
export function rememberPeople(guild: Guild, data: GatewayMessageCreateDispatchData): User {
  const author = rememberUser(guild.client, data.author);
  if (data.member) rememberMember(guild, data.member, author);
  for (const user of data.mentions) {
    const mentioned = rememberUser(guild.client, user);
    if (user.member) rememberMember(guild, user.member, mentioned);
  }
  if (data.referenced_message) {
    rememberUser(guild.client, data.referenced_message.author);
    for (const user of data.referenced_message.mentions) rememberUser(guild.client, user);
  }
  return author;
}

function rememberUser({ users }: Client, data: APIUser): User {
  const known = users.cache.get(data.id);
  return known?.['_equals'](data) ? known : users['_add'](data);
}

function rememberMember({ members }: Guild, data: MemberData, user: User): void {
  const known = members.cache.get(user.id);
  if (!known) members['_add']({ ...data, user });
  else if (!isKnown(known, data)) (known as unknown as Patched)['_patch'](data); // -- there, and not in the types
}

/** Whether all that is said of a member is known. Where that takes long to find out, it is taken not to be. */
function isKnown(member: GuildMember, data: MemberData): boolean {
  const { roles, nick, avatar, banner, pending } = data;
  const flags: number = data.flags;
  return (
    member.nickname === nick &&
    member.avatar === avatar &&
    member.banner === banner &&
    member.pending === pending &&
    member.flags.bitfield === flags &&
    isMoment(member.joinedTimestamp, data.joined_at) &&
    isMoment(member.premiumSinceTimestamp, data.premium_since) &&
    isMoment(member.communicationDisabledUntilTimestamp, data.communication_disabled_until) &&
    !data.avatar_decoration_data &&
    member.avatarDecorationData === null &&
    !data.collectibles &&
    member.collectibles === null &&
    hasRoles(member, roles)
  );
}

function isMoment(known: number | null, text: string | null | undefined): boolean {
  return text ? Date.parse(text) === known : known === null;
}

function hasRoles(member: GuildMember, roles: readonly string[]): boolean {
  const known = member['_roles'];
  return known.length === roles.length && known.every((id, index) => id === roles[index]);
}
