import { UserError } from '@twi/sdk';
import { ChannelFlags, type ForumChannel, type GuildForumTag } from 'discord.js';
import { normaliseTag } from '../../items/tags.ts';
import { forumWantsTag } from '../repost-refusals.ts';

/** Discord's limit (Resources › Channel). */
const MOST_APPLIED = 5;

/**
 * The ids of a forum's own tags that are called as the wanted ones, in their order.
 *
 * @throws {UserError} `gallery.repost-forum-wants-tag` where the forum takes no post without one and none matches
 */
export function forumTags(forum: ForumChannel, wanted: readonly string[]): string[] {
  const settable = forum.availableTags.filter((tag) => maySet(forum, tag));
  const matching = [...new Set(wanted.map(normaliseTag))].flatMap(
    (name) => settable.find((tag) => normaliseTag(tag.name) === name) ?? [],
  );
  if (matching.length === 0 && forum.flags.has(ChannelFlags.RequireTag))
    throw new UserError(
      forumWantsTag(
        forum.id,
        settable.map(({ name }) => name),
      ),
    );
  return matching.slice(0, MOST_APPLIED).map(({ id }) => id);
}

/** Some tags are for those alone who manage threads. */
function maySet(forum: ForumChannel, { moderated }: GuildForumTag): boolean {
  const { me } = forum.guild.members;
  return !moderated || (me !== null && forum.permissionsFor(me).has('ManageThreads'));
}
