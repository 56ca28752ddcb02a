import type { GuildBasedChannel, GuildMember, Message, Snowflake, User } from 'discord.js';
import type { ActivityLog, CountedMessage } from './engine/activity-log.ts';
import type { Activity, Subject } from './matchers/subject.ts';
import type { MessageText } from './text/message-text.ts';

const NOBODY_ELSE: Activity = { repeats: () => 1, messages: () => 1 };

/** Who wrote, where and when. */
interface Writing {
  readonly user: User;
  readonly member: GuildMember | undefined;
  readonly channel: GuildBasedChannel | undefined;
  /** In milliseconds. */
  readonly at: number;
  readonly ownInvites: ReadonlySet<string>;
}

/** A text that somebody wrote, or could write, as rules see it. */
export function subjectOfText(
  text: MessageText,
  { user, member, channel, at, ownInvites }: Writing,
): Subject {
  return {
    text,
    files: [],
    roleIds: new Set(member?.roles.cache.keys()),
    channelIds: new Set(placesOf(channel)),
    accountAgeMs: at - user.createdTimestamp,
    memberAgeMs: member?.joinedTimestamp ? at - member.joinedTimestamp : undefined,
    ownInvites,
    activity: NOBODY_ELSE,
    native: undefined,
  };
}

/** A message as rules see it. */
export function subjectOfMessage(
  { author: user, channel, attachments }: Message<true>,
  text: MessageText,
  writing: Omit<Writing, 'user' | 'channel'>,
): Subject {
  return {
    ...subjectOfText(text, { ...writing, user, channel }),
    files: attachments.map(({ name, contentType }) => ({ name, contentType: contentType ?? undefined })),
  };
}

/** The subject with what its author wrote lately: counted, looked up only, or counted without its rate for an edit. */
export function withActivity(
  subject: Subject,
  { id, author, createdTimestamp }: Message<true>,
  { log, as }: { readonly log: ActivityLog; readonly as: 'new' | 'edit' | 'look' },
): Subject {
  const counted: CountedMessage = { id, authorId: author.id, text: keyOf(subject), at: createdTimestamp };
  const activity = as === 'look' ? log.peek(counted) : log.record(counted);
  // Who edits writes no further message.
  return { ...subject, activity: as === 'edit' ? { ...activity, messages: () => 1 } : activity };
}

/** What makes two messages the same: the text without disguises and spaces, and the names of the files. */
function keyOf({ text, files }: Subject): string {
  const words = text.view('folded').text.replaceAll(/\s+/g, ' ').trim();
  return [words, ...files.map(({ name }) => name)].join('\n').trim();
}

/** A channel with what it lies in: the channel of a thread, the category of a channel. */
function placesOf(channel: GuildBasedChannel | undefined): Snowflake[] {
  const places: Snowflake[] = [];
  for (let place: GuildBasedChannel | null | undefined = channel; place; place = place.parent)
    places.push(place.id);
  return places;
}
