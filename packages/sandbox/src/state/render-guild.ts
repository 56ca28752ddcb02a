import { renderChannel, renderThreadMember } from './render-channel.ts';
import type { GuildRecord } from './guild.ts';
import { renderMember } from './member.ts';
import { renderPresence } from './presence.ts';
import { renderRole } from './role.ts';
import { renderVoiceState } from './render-voice-state.ts';
import type { World } from './world.ts';

/** Guilds with more members than this send only some of them with GUILD_CREATE (the client's `large_threshold`). */
const LARGE_GUILD = 250;

/** Renders a guild as REST answers it. */
export function renderGuild(guild: GuildRecord): Record<string, unknown> {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    nsfw: false,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    vanity_url_code: null,
    application_id: null,
    max_members: 500_000,
    max_presences: null,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    region: 'deprecated',
    hub_type: null,
    features: ['COMMUNITY', 'NEWS'],
    incidents_data: null,
    ...guild.properties,
    roles: Array.from(guild.roles.values(), renderRole),
    emojis: [...guild.emojis.values()],
    stickers: [...guild.stickers.values()],
  };
}

/** Renders a guild as GUILD_CREATE carries it, with channels, threads and members. */
export function renderGuildCreate(world: World, guild: GuildRecord): Record<string, unknown> {
  const active = world.threadsOf(guild).filter((channel) => !channel.thread.archived);
  return {
    ...renderGuild(guild),
    joined_at: guild.members.get(world.botId)?.joinedAt,
    large: guild.members.size > LARGE_GUILD,
    unavailable: false,
    member_count: guild.members.size,
    members: firstMembers(world, guild),
    channels: world.channelsOf(guild).map((channel) => renderChannel(world, channel)),
    threads: active.map((channel) => ({
      ...renderChannel(world, channel),
      ...(channel.thread.members.has(world.botId) && { member: renderThreadMember(channel, world.botId) }),
    })),
    voice_states: Array.from(guild.voiceStates?.values() ?? [], (state) => renderVoiceState(guild, state)),
    presences: presencesOf(world, guild),
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    activity_instances: [],
    version: Number(guild.id) % 1_000_000,
  };
}

/** Everybody who is not offline; few people have a presence, so they are asked instead of the members. */
function presencesOf(world: World, guild: GuildRecord): object[] {
  const shown: object[] = [];
  for (const [userId, presence] of world.presences) {
    if (guild.members.has(userId)) shown.push(renderPresence(userId, presence));
  }
  return shown;
}

function firstMembers(world: World, guild: GuildRecord): object[] {
  const members: object[] = [];
  const own = guild.members.get(world.botId);
  if (own) members.push(renderMember(own, world.user(own.userId)));
  for (const member of guild.members.values()) {
    if (members.length >= LARGE_GUILD) break;
    if (member !== own) members.push(renderMember(member, world.user(member.userId)));
  }
  return members;
}
