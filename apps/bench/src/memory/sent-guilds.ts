const MEMBERS = 50;
const CHANNELS = 30;
const CATEGORIES = 4;
const ROLES = 10;
const EMOJIS = 10;
const STICKERS = 2;

export const BOT_ID = '1100000000000000000';
/** Larger than what lies between two ids of one guild. */
const GUILD_STEP = 1_000_000_000_000n;
const FIRST_GUILD = 200_000_000_000_000_000n;

/** Of a guild: what begins at 0 is the guild itself. */
const BASES = { role: 0n, channel: 1_000n, member: 2_000n, emoji: 3_000n, sticker: 4_000n, other: 5_000n };

/** An id as Discord's are: nothing of it repeats. */
function idOf(guild: number, kind: keyof typeof BASES, index: number): string {
  const place = BASES[kind] + BigInt(index);
  return String(FIRST_GUILD + BigInt(guild) * GUILD_STEP + place * 7_919_317n);
}

export const guildIdOf = (guild: number): string => idOf(guild, 'role', 0);

/** Of a text channel. */
const channelIdOf = (guild: number): string => idOf(guild, 'channel', CATEGORIES);

/** Digits that look like chance, the same in each run. */
function hash(guild: number, index: number): string {
  let text = '';
  for (let state = guild * 131 + index + 1; text.length < 32;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += state.toString(16).padStart(8, '0');
  }
  return text;
}

/** GUILD_CREATE as Discord sends it when a guild becomes available. */
export function guildCreate(guild: number, options: { readonly hasMembers: boolean }): object {
  const members = Array.from({ length: options.hasMembers ? MEMBERS - 1 : 0 }, (_, index) =>
    member(guild, index),
  );
  return {
    ...guildProperties(guild),
    roles: Array.from({ length: ROLES }, (_, index) => role(guild, index)),
    emojis: Array.from({ length: EMOJIS }, (_, index) => emoji(guild, index)),
    stickers: Array.from({ length: STICKERS }, (_, index) => sticker(guild, index)),
    members: [ownMember(guild), ...members],
    channels: Array.from({ length: CHANNELS }, (_, index) => channel(guild, index)),
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    activity_instances: [],
    embedded_activities: [],
  };
}

function guildProperties(guild: number): object {
  return {
    id: guildIdOf(guild),
    name: `Community number ${guild}`,
    owner_id: idOf(guild, 'member', 0),
    icon: hash(guild, 0),
    splash: null,
    discovery_splash: null,
    banner: null,
    home_header: null,
    description: null,
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: channelIdOf(guild),
    system_channel_flags: 0,
    rules_channel_id: channelIdOf(guild),
    public_updates_channel_id: channelIdOf(guild),
    safety_alerts_channel_id: null,
    verification_level: 2,
    default_message_notifications: 1,
    explicit_content_filter: 2,
    mfa_level: 0,
    nsfw_level: 0,
    nsfw: false,
    premium_tier: 1,
    premium_subscription_count: 3,
    premium_progress_bar_enabled: true,
    preferred_locale: 'en-US',
    vanity_url_code: null,
    application_id: null,
    max_members: 500_000,
    max_presences: null,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    region: 'deprecated',
    hub_type: null,
    latest_onboarding_question_id: null,
    features: ['COMMUNITY', 'NEWS', 'ANIMATED_ICON', 'INVITE_SPLASH', 'CHANNEL_ICON_EMOJIS_GENERATED'],
    incidents_data: null,
    inventory_settings: null,
    owner_configured_content_level: 0,
    joined_at: '2024-05-01T12:00:00.000000+00:00',
    large: false,
    lazy: true,
    unavailable: false,
    member_count: MEMBERS,
    version: 1_700_000_000_000 + guild,
  };
}

function role(guild: number, index: number): object {
  return {
    id: idOf(guild, 'role', index),
    name: index === 0 ? '@everyone' : `Role of kind ${index}`,
    description: null,
    permissions: index === 0 ? '1071698660929' : '6546771521',
    position: index,
    color: index * 65_537,
    colors: { primary_color: index * 65_537, secondary_color: null, tertiary_color: null },
    hoist: index % 3 === 0,
    managed: index === 1,
    mentionable: index % 2 === 0,
    icon: null,
    unicode_emoji: null,
    flags: 0,
    version: 1_700_000_000_000 + index,
    ...(index === 1 && { tags: { bot_id: BOT_ID } }),
  };
}

function channel(guild: number, index: number): object {
  const isCategory = index < CATEGORIES;
  const isVoice = index >= CHANNELS - 5;
  return {
    id: idOf(guild, 'channel', index),
    type: isCategory ? 4 : isVoice ? 2 : 0,
    name: `${isCategory ? 'Area' : 'talk-about'}-${index}-${guild % 97}`,
    position: index,
    flags: 0,
    parent_id: isCategory ? null : idOf(guild, 'channel', index % CATEGORIES),
    permission_overwrites: [1, 2].map((of) => ({
      id: idOf(guild, 'role', of * (1 + (index % 3))),
      type: 0,
      allow: '1024',
      deny: '2048',
    })),
    version: 1_700_000_000_000 + index,
    ...(!isCategory && {
      topic: index % 2 === 0 ? `All about the matter ${index}, please be kind to each other` : null,
      last_message_id: idOf(guild, 'other', index),
      last_pin_timestamp: null,
      rate_limit_per_user: 0,
      nsfw: false,
      icon_emoji: { id: null, name: '💬' },
      theme_color: null,
    }),
    ...(isVoice && { bitrate: 64_000, user_limit: 0, rtc_region: null }),
  };
}

/** A member whom no other guild has. */
function member(guild: number, index: number): { readonly user: object; readonly roles: string[] } {
  return {
    user: {
      id: idOf(guild, 'member', index),
      username: `person_${guild}_${index}`,
      global_name: `Person ${index}`,
      discriminator: '0',
      avatar: hash(guild, index),
      avatar_decoration_data: null,
      collectibles: null,
      display_name_styles: null,
      primary_guild: null,
      public_flags: 0,
      bot: false,
    },
    ...memberProperties(guild, index),
    roles: [idOf(guild, 'role', 2 + (index % 4)), idOf(guild, 'role', 6 + (index % 4))],
  };
}

function ownMember(guild: number): object {
  const user = { id: BOT_ID, username: 'bench', discriminator: '0', avatar: null, bot: true };
  return { user, ...memberProperties(guild, 0), roles: [idOf(guild, 'role', 1)] };
}

function memberProperties(guild: number, index: number): object {
  return {
    nick: index % 5 === 0 ? `Nick ${guild} ${index}` : null,
    avatar: null,
    banner: null,
    joined_at: `2025-0${1 + (index % 9)}-11T09:08:07.654000+00:00`,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

function emoji(guild: number, index: number): object {
  return {
    id: idOf(guild, 'emoji', index),
    name: `smile_${index}`,
    roles: [],
    require_colons: true,
    managed: false,
    animated: index % 4 === 0,
    available: true,
    version: 0,
  };
}

function sticker(guild: number, index: number): object {
  return {
    id: idOf(guild, 'sticker', index),
    guild_id: guildIdOf(guild),
    name: `Wave ${index}`,
    description: 'Says hello',
    tags: 'wave',
    type: 2,
    format_type: 1,
    available: true,
    asset: '',
    version: 0,
  };
}

/** MESSAGE_CREATE from a member of the guild. */
export function messageCreate(guild: number): object {
  const { user, ...rest } = member(guild, 1);
  return {
    id: idOf(guild, 'other', 999),
    type: 0,
    channel_id: channelIdOf(guild),
    guild_id: guildIdOf(guild),
    author: user,
    member: rest,
    content: 'Good morning, everybody!',
    timestamp: '2026-01-02T03:04:05.678000+00:00',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: 0,
    channel_type: 0,
  };
}
