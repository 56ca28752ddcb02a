import { ChannelFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIGuildForumTag } from 'discord-api-types/v10';
import { DiscordError } from '../rules/discord-error.ts';
import { isThreadOnly } from '../state/channel.ts';
import type { ChannelRecord } from '../state/channel.ts';
import { permissionsIn } from '../state/standing.ts';
import { unknown } from '../state/unknown.ts';
import type { World } from '../state/world.ts';

/** @throws DiscordError 10087 for a tag that the forum does not have, 40067 where one is required, 50013 for one of moderators */
export function refuseBadTags(
  world: World,
  forum: ChannelRecord,
  { tagIds, userId }: { tagIds: readonly string[]; userId: string },
): void {
  if (!isThreadOnly(forum)) return;
  const flags = Number(forum.properties['flags'] ?? 0);
  if (tagIds.length === 0 && (flags & ChannelFlags.RequireTag) !== 0) {
    throw new DiscordError(400, 40_067, 'A tag is required to create a forum post in this channel');
  }
  // -- only numberTags writes this list
  const known = (forum.properties['available_tags'] ?? []) as readonly APIGuildForumTag[];
  const managesThreads = (permissionsIn(world, forum, userId) & PermissionFlagsBits.ManageThreads) !== 0n;
  for (const id of tagIds) {
    const tag = known.find((candidate) => candidate.id === id);
    if (!tag) throw unknown('tag');
    if (tag.moderated && !managesThreads) throw new DiscordError(403, 50_013, 'Missing Permissions');
  }
}
