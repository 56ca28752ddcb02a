import { GatewayIntentBits } from 'discord-api-types/v10';
import { renderMember } from '../state/member.ts';
import type { MemberRecord } from '../state/member.ts';
import { renderPresence } from '../state/presence.ts';
import type { World } from '../state/world.ts';
import type { Session } from './session.ts';

const CHUNK_SIZE = 1_000;
const MAXIMUM_LISTED = 100;
const MAXIMUM_NONCE_BYTES = 32;

/** What op 8 asks for: members by id, or by the beginning of their names. */
interface MembersRequest {
  readonly guild_id: string | readonly string[];
  readonly user_ids?: string | readonly string[];
  readonly query?: string;
  readonly limit?: number;
  readonly presences?: boolean;
  readonly nonce?: string;
}

/**
 * Answers op 8 with GUILD_MEMBERS_CHUNK events; what a session lacks the intents for is left unanswered, as Discord does.
 *
 * @see https://docs.discord.com/developers/events/gateway-events#request-guild-members
 */
export function sendMembers(world: World, session: Session, request: MembersRequest): void {
  const [guildId = ''] = [request.guild_id].flat();
  const guild = world.state.guilds.get(guildId);
  if (!guild?.members.has(world.botId)) return;
  const { user_ids: userIds, query, limit = 0, nonce } = request;
  const wantsAll = userIds === undefined && (query ?? '') === '' && limit === 0;
  if (wantsAll && (session.intents & GatewayIntentBits.GuildMembers) === 0) return;
  if (request.presences === true && (session.intents & GatewayIntentBits.GuildPresences) === 0) return;

  const wanted = userIds === undefined ? undefined : [userIds].flat().slice(0, MAXIMUM_LISTED);
  const found = wanted
    ? wanted.flatMap((id) => guild.members.get(id) ?? [])
    : matching(world, guild.members.values(), { query: query ?? '', limit });
  const notFound = wanted?.filter((id) => !guild.members.has(id)) ?? [];
  const chunkCount = Math.max(1, Math.ceil(found.length / CHUNK_SIZE));
  for (let index = 0; index < chunkCount; index++) {
    const members = found.slice(index * CHUNK_SIZE, (index + 1) * CHUNK_SIZE);
    const chunk = {
      guild_id: guild.id,
      members: members.map((member) => renderMember(member, world.user(member.userId))),
      chunk_index: index,
      chunk_count: chunkCount,
      ...(wanted && { not_found: notFound }),
      ...(request.presences === true && { presences: presencesOf(world, members) }),
      ...(isShort(nonce) && { nonce }),
    };
    session.dispatch('GUILD_MEMBERS_CHUNK', JSON.stringify(chunk));
  }
}

/** By the beginning of a name; with such a query no more than a hundred are sent, however many were asked for. */
function matching(
  world: World,
  members: Iterable<MemberRecord>,
  { query, limit }: { query: string; limit: number },
): MemberRecord[] {
  if (query === '' && limit === 0) return [...members];
  const maximum = limit === 0 ? MAXIMUM_LISTED : Math.min(limit, MAXIMUM_LISTED);
  const prefix = query.toLowerCase();
  const found: MemberRecord[] = [];
  for (const member of members) {
    if (found.length === maximum) break;
    const { username, global_name: displayName } = world.user(member.userId);
    const names = [username, displayName ?? '', member.nick ?? ''];
    if (names.some((name) => name.toLowerCase().startsWith(prefix))) found.push(member);
  }
  return found;
}

function presencesOf(world: World, members: readonly MemberRecord[]): object[] {
  return members.flatMap(({ userId }) => {
    const presence = world.presences.get(userId);
    return presence ? [renderPresence(userId, presence)] : [];
  });
}

/** A nonce that is too long is ignored. */
function isShort(nonce: string | undefined): boolean {
  return nonce !== undefined && Buffer.byteLength(nonce) <= MAXIMUM_NONCE_BYTES;
}
