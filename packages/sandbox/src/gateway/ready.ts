import { setImmediate as nextTurn } from 'node:timers/promises';
import { applicationFlags } from '../state/application.ts';
import { renderGuildCreate } from '../state/render-guild.ts';
import { shardOf } from '../state/snowflake.ts';
import type { World } from '../state/world.ts';
import type { Session } from './session.ts';
import { tailored } from './tailored.ts';

/** Above this many unsent bytes the flood of guilds waits for the client to read. */
const MAXIMUM_BUFFERED_BYTES = 4_000_000;
/** For how long the flood of guilds may hold the event loop at a time. */
const SLICE_MS = 5;

/** The guilds that a session serves. */
export function guildIdsOf(world: World, session: Session): string[] {
  const [id, count] = session.shard;
  const ids: string[] = [];
  for (const guild of world.state.guilds.values()) {
    if (guild.members.has(world.botId) && shardOf(guild.id, count) === id) ids.push(guild.id);
  }
  return ids;
}

/** Renders READY for a session. */
export function renderReady(world: World, session: Session, guildIds: readonly string[]): string {
  const { application } = world.state;
  return JSON.stringify({
    v: 10,
    user: { ...world.user(world.botId), verified: true, mfa_enabled: true, email: null, flags: 0 },
    user_settings: {},
    session_type: 'normal',
    session_id: session.id,
    resume_gateway_url: world.origin.replace('http', 'ws'),
    relationships: [],
    private_channels: [],
    presences: [],
    guilds: guildIds.map((id) => ({ id, unavailable: true })),
    guild_join_requests: [],
    geo_ordered_rtc_regions: [],
    shard: session.shard,
    application: { id: application.id, flags: applicationFlags(application) },
    _trace: ['sandbox'],
  });
}

/** Sends GUILD_CREATE for each guild, in slices so that heartbeats and requests are answered meanwhile. */
export async function sendGuilds(world: World, session: Session, guildIds: readonly string[]): Promise<void> {
  let sliceEnd = performance.now() + SLICE_MS;
  for (const id of guildIds) {
    const guild = world.state.guilds.get(id);
    if (guild?.members.has(world.botId)) {
      session.dispatch('GUILD_CREATE', () =>
        JSON.stringify(
          tailored(world.botId, 'GUILD_CREATE', renderGuildCreate(world, guild), session.intents),
        ),
      );
    }
    if (performance.now() < sliceEnd) continue;
    do await nextTurn();
    while ((session.socket?.bufferedAmount ?? 0) > MAXIMUM_BUFFERED_BYTES);
    sliceEnd = performance.now() + SLICE_MS;
  }
}
