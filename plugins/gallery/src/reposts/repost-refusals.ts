import { permissionName, quotable, type UserError } from '@twi/sdk';
import { channelMention, type PermissionsString, type Snowflake, userMention } from 'discord.js';
import type { ContentKind } from './detection/choices.ts';

type Refusal = UserError.Options;

const KIND_NOUNS = {
  image: 'images',
  video: 'videos',
  audio: 'sounds',
  file: 'other files',
  text: 'text',
  link: 'links',
} as const satisfies Record<ContentKind, string>;

/** Says kinds as people would: `images and videos`. */
function kindsText(kinds: readonly ContentKind[]): string {
  return new Intl.ListFormat('en-US').format(kinds.map((kind) => KIND_NOUNS[kind]));
}

/** All places in which files are held in memory are taken. */
export function tooManyReposts(): Refusal {
  return refusal(
    'busy',
    'Others are reposting right now, and files take their time. Try again in a minute; nothing is lost.',
  );
}

export function nothingToRepost(): Refusal {
  return refusal(
    'nothing-there',
    'There is nothing to repost in this message: no file, no link and no text. Polls and stickers cannot be reposted.',
  );
}

export function authorOptedOut(authorId: Snowflake): Refusal {
  return refusal('opted-out', `${userMention(authorId)} does not want their work to be reposted.`);
}

export function startAgain(): Refusal {
  return refusal(
    'expired',
    'This repost was begun too long ago, was cancelled, or belongs to somebody else. Start again with **Repost to gallery** in the menu of the message.',
  );
}

export function alreadyPosting(): Refusal {
  return refusal('already-posting', 'This is being posted already. One moment, please.');
}

export function alreadyPosted(number: number): Refusal {
  return refusal('already-posted', `This was posted already, as item #${number}.`);
}

export function rivalPosts(moderatorId: Snowflake, channelId: Snowflake): Refusal {
  return refusal(
    'rival',
    `${userMention(moderatorId)} is posting the same to ${channelMention(channelId)} right now. Look there before you post it a second time.`,
  );
}

/** Somebody was faster since the preview was shown. */
export function postedMeanwhile(number: number, channelId: Snowflake): Refusal {
  return refusal(
    'posted-meanwhile',
    `The same was just posted in ${channelMention(channelId)}, as item #${number}. Choose **Post** once more if you want it there twice.`,
  );
}

export function noDestination(kinds: readonly ContentKind[], isNsfw: boolean): Refusal {
  const where = isNsfw ? 'age-restricted channel' : 'channel';
  return refusal(
    'no-destination',
    `No ${where} of this server takes ${kindsText(kinds)} for the gallery. Whoever may manage the server can add one with \`/gallery-admin channel add\`.`,
  );
}

export function destinationGone(channelId: Snowflake): Refusal {
  return refusal(
    'destination-gone',
    `${channelMention(channelId)} does not take this any more: it was deleted, or is no channel of the gallery now. Go **Back** and choose another one.`,
  );
}

export function botLacks(channelId: Snowflake, missing: readonly PermissionsString[]): Refusal {
  const names = new Intl.ListFormat('en-US').format(missing.map((name) => `**${permissionName(name)}**`));
  return refusal(
    'bot-lacks',
    `I cannot post in ${channelMention(channelId)}: I need ${names} there. Ask somebody who may manage the channel, then try again.`,
  );
}

export function forumWantsTag(channelId: Snowflake, names: readonly string[]): Refusal {
  const which =
    names.length > 0
      ? `Choose **Edit** and write one of these among the tags: ${names.join(', ')}.`
      : 'It has no tag that I may set, so ask somebody who may manage the channel.';
  return refusal('forum-wants-tag', `${channelMention(channelId)} takes no post without a tag. ${which}`);
}

/** Discord said no, or the file could not be had. */
export function postRefused(channelId: Snowflake, why: string): Refusal {
  return refusal('refused', `I could not post in ${channelMention(channelId)}: ${why}`);
}

export function filesGone(names: readonly string[]): Refusal {
  return refusal(
    'files-gone',
    `These files cannot be downloaded any more: ${names.join(', ')}. The message, or where it linked to, may be gone.`,
  );
}

export function filesChanged(): Refusal {
  return refusal(
    'files-changed',
    'The files are not what you saw in the preview any more. Start again with **Repost to gallery** in the menu of the message.',
  );
}

/** Some sites answer a link to a picture with a page around it. */
export function noPicture(name: string): Refusal {
  return refusal(
    'no-picture',
    `The link to ${quotable(name)} leads to a page and not to a picture, so it cannot be copied. Go **Back** and choose without it.`,
  );
}

export function notYours(): Refusal {
  return refusal('not-yours', 'This message was for somebody else.');
}

export function alreadyRemoved(): Refusal {
  return refusal('already-removed', 'This is no longer in the gallery.');
}

export function galleryOff(): Refusal {
  return refusal(
    'gallery-off',
    'The gallery of this server is switched off for now, so nothing can be changed there. Ask its staff, or try again later.',
  );
}

export function withdrawnByAuthor(number: number): Refusal {
  return refusal(
    'withdrawn',
    `Whoever made item #${number} had it removed, so it cannot be brought back. Ask them first; if they agree, repost it anew.`,
  );
}

export function sourceGone(number: number): Refusal {
  return refusal(
    'source-gone',
    `Item #${number} cannot be posted again: the original message, or a file of it, is gone or has changed.`,
  );
}

function refusal(kind: string, message: string): Refusal {
  return { identifier: `gallery.repost-${kind}`, message };
}
