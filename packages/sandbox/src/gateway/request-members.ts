import { GatewayIntentBits } from 'discord-api-types/v10';
import { renderMember } from '../state/member.ts';
import type { MemberRecord } from '../state/member.ts';
import type { World } from '../state/world.ts';
import type { Session } from './session.ts';

const CHUNK_SIZE = 1_000;
const MAXIMUM_LISTED = 100;

/** What op 8 asks for: members by id, or by the beginning of their names. */
interface MembersRequest {
  readonly guild_id: string | readonly string[];
  readonly user_ids?: string | readonly string[];
  readonly query?: string;
  readonly limit?: number;
  readonly presences?: boolean;
  readonly nonce?: string;
}

/** Answers op 8 with GUILD_MEMBERS_CHUNK events; a request for everybody needs the members intent. */
export function sendMembers(world: World, session: Session, request: MembersRequest): void {
  const [guildId = ''] = [request.guild_id].flat();
  const guild = world.state.guilds.get(guildId);
  if (!guild?.members.has(world.botId)) return;
  const wantsAll = request.user_ids === undefined && (request.query ?? '') === '' && request.limit === 0;
  if (wantsAll && (session.intents & GatewayIntentBits.GuildMembers) === 0) return;

  const wanted = request.user_ids === undefined ? undefined : [request.user_ids].flat();
  const found = wanted
    ? wanted.slice(0, MAXIMUM_LISTED).flatMap((id) => guild.members.get(id) ?? [])
    : matching(world, guild.members.values(), request);
  const chunkCount = Math.max(1, Math.ceil(found.length / CHUNK_SIZE));
  for (let index = 0; index < chunkCount; index++) {
    const chunk = found.slice(index * CHUNK_SIZE, (index + 1) * CHUNK_SIZE);
    session.dispatch(
      'GUILD_MEMBERS_CHUNK',
      JSON.stringify({
        guild_id: guild.id,
        members: chunk.map((member) => renderMember(member, world.user(member.userId))),
        chunk_index: index,
        chunk_count: chunkCount,
        not_found: wanted?.filter((id) => !guild.members.has(id)) ?? [],
        ...(request.presences === true && { presences: [] }),
        ...(request.nonce !== undefined && { nonce: request.nonce }),
      }),
    );
  }
}

function matching(
  world: World,
  members: Iterable<MemberRecord>,
  { query = '', limit }: { query?: string; limit?: number },
): MemberRecord[] {
  const prefix = query.toLowerCase();
  const found = Array.from(members).filter((member) =>
    [world.user(member.userId).username, member.nick ?? ''].some((name) =>
      name.toLowerCase().startsWith(prefix),
    ),
  );
  return limit === 0 || limit === undefined ? found : found.slice(0, limit);
}
