import type { ChannelRecord } from '../state/channel.ts';
import type { World } from '../state/world.ts';

const PROPERTIES: ReadonlySet<string> = new Set([
  'available_tags',
  'bitrate',
  'default_auto_archive_duration',
  'default_forum_layout',
  'default_reaction_emoji',
  'default_sort_order',
  'default_thread_rate_limit_per_user',
  'flags',
  'nsfw',
  'rate_limit_per_user',
  'rtc_region',
  'topic',
  'user_limit',
  'video_quality_mode',
]);

/** What null means for the fields that cannot be empty. */
const EMPTY: Readonly<Record<string, unknown>> = {
  available_tags: [],
  nsfw: false,
  rate_limit_per_user: 0,
  user_limit: 0,
};

/** Keeps the fields of a channel that exist; Discord ignores others, and takes null for the usual value. */
export function knownProperties(properties: Record<string, unknown>): Record<string, unknown> {
  const known = Object.entries(properties).filter(
    ([key, value]) => PROPERTIES.has(key) && value !== undefined,
  );
  return Object.fromEntries(known.map(([key, value]) => [key, value ?? EMPTY[key] ?? null]));
}

/** Gives an id to every tag of a forum that has none. */
export function numberTags(world: World, channel: ChannelRecord): void {
  // -- the rules have checked the list of tags
  const tags = channel.properties['available_tags'] as readonly Record<string, unknown>[];
  channel.properties['available_tags'] = tags.map((tag) => ({
    moderated: false,
    emoji_id: null,
    emoji_name: null,
    ...tag,
    id: typeof tag['id'] === 'string' ? tag['id'] : world.ids.next(),
  }));
}
