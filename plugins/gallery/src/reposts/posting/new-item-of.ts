import { clip } from '@twi/sdk';
import type { Message } from 'discord.js';
import type { RepostDraft } from '../../database/repost-draft-repository.ts';
import { LONGEST_DESCRIPTION } from '../../items/item-content.ts';
import type { NewFile, NewItem } from '../../items/new-item.ts';
import type { RepostSource, SourceFile } from '../detection/repost-source.ts';
import type { Fingerprint } from '../files/fingerprint.ts';
import { creatorIdOf, type Work } from './post-content.ts';

/** What the gallery keeps of a work that was posted. */
export function newItemOf(draft: RepostDraft, work: Work, post: Message<true>): NewItem {
  const { source, choice, form } = work;
  return {
    guildId: draft.guildId,
    kind: choice.kinds[0],
    title: form.title,
    url: choice.link?.url,
    description: clip(form.description, LONGEST_DESCRIPTION),
    creator: form.creator,
    creatorId: creatorIdOf(work),
    tags: form.tags,
    nsfw: form.isNsfw,
    addedBy: draft.moderatorId,
    source: {
      channelId: source.channelId,
      messageId: source.messageId,
      url: source.url,
      authorId: draft.sourceAuthorId ?? undefined,
    },
    posted: { channelId: post.channelId, messageId: post.id },
    placeId: draft.channelId ?? undefined,
    files: filesOf(work, draft.fingerprints ?? [], post),
  };
}

function filesOf(
  { source, choice }: Work,
  fingerprints: readonly (Fingerprint | null)[],
  post: Message<true>,
): NewFile[] {
  const copies = [...post.attachments.values()];
  return choice.files.flatMap((file, index) => {
    const fingerprint = fingerprints[index];
    if (!fingerprint) return reference(file, source);
    const copy = copies.shift();
    if (!copy) return [];
    return {
      ...describe(file),
      ...fingerprint,
      contentType: copy.contentType ?? file.contentType ?? 'application/octet-stream',
      size: copy.size,
      width: copy.width ?? file.width,
      height: copy.height ?? file.height,
      channelId: post.channelId,
      messageId: post.id,
      attachmentId: copy.id,
      address: copy.url,
    };
  });
}

/** Where a file is that was too large to be copied: in the message, or what is forwarded in it. What is linked to has no place that can be kept. */
function reference(file: SourceFile, { channelId, messageId }: RepostSource): NewFile[] {
  const [, attachmentId] = /\/attachments\/\d+\/(\d+)\//.exec(file.url) ?? [];
  if (!attachmentId || file.size === null) return [];
  return [
    {
      ...describe(file),
      contentType: file.contentType ?? 'application/octet-stream',
      size: file.size,
      width: file.width,
      height: file.height,
      channelId,
      messageId,
      attachmentId,
      address: file.url,
    },
  ];
}

function describe({ name, isSpoiler, altText }: SourceFile) {
  return { name, spoiler: isSpoiler, alt: altText };
}
