import { isAgeRestricted } from '@twi/sdk';
import type { Attachment, Embed, Message, MessageSnapshot } from 'discord.js';
import { AttachmentFlags, EmbedType } from 'discord.js';
import { fileKind } from './file-kind.ts';
import { type LinkPreview, readLinks } from './read-links.ts';
import type { RepostSource, SourceFile } from './repost-source.ts';

/** What a message and a forwarded message have in common. */
type Part = Message<true> | MessageSnapshot;

/** Reads what a message holds, what is forwarded in it included. */
export function readSource(message: Message<true>): RepostSource {
  const cdn = URL.parse(message.client.options.rest?.cdn ?? '')?.origin;
  const parts: readonly Part[] = [message, ...message.messageSnapshots.values()];
  const content = parts
    .map((part) => part.content ?? '')
    .filter(Boolean)
    .join('\n\n');
  const embeds = parts.flatMap((part) => part.embeds ?? []);
  const linked = readLinks(content, { previews: embeds.map(previewOf), cdn });
  const attached = parts.flatMap((part) => [...(part.attachments?.values() ?? [])].map(attachedFile));
  const shown = embeds.flatMap((embed) => shownFile(embed, linked.links.length > 0));
  return {
    channelId: message.channelId,
    messageId: message.id,
    url: message.url,
    author: {
      id: message.author.id,
      name: message.member?.displayName ?? message.author.displayName,
      avatarUrl: message.author.displayAvatarURL(),
      isAutomatic: message.author.bot || message.webhookId !== null,
    },
    text: linked.text,
    files: distinct([...attached, ...linked.files, ...shown]),
    links: linked.links,
    isNsfw: isAgeRestricted(message.channel),
  };
}

function attachedFile(attachment: Attachment): SourceFile {
  const { url, name, contentType, size, width, height, description, flags } = attachment;
  return {
    url,
    name,
    kind: fileKind(name, contentType),
    contentType,
    size,
    width,
    height,
    // The flag is newer than the prefix, and older messages have the prefix alone.
    isSpoiler: flags.has(AttachmentFlags.IsSpoiler) || name.startsWith('SPOILER_'),
    altText: description,
  };
}

/** The picture that an embed of a bot shows. What Discord shows of a link belongs to the link. */
function shownFile(embed: Embed, hasLinks: boolean): readonly SourceFile[] {
  const picture = embed.image ?? (embed.data.type === EmbedType.Image ? embed.thumbnail : null);
  const isOfLink = hasLinks && embed.data.type !== EmbedType.Rich && embed.data.type !== EmbedType.Image;
  if (!picture || isOfLink) return [];
  const name = URL.parse(picture.url)?.pathname.split('/').at(-1) || 'image.png';
  return [
    {
      url: picture.url,
      name,
      kind: 'image',
      contentType: null,
      size: null,
      width: picture.width ?? null,
      height: picture.height ?? null,
      isSpoiler: name.startsWith('SPOILER_'),
      altText: null,
    },
  ];
}

function previewOf({ url, title, image, thumbnail }: Embed): LinkPreview {
  return { url, title, pictureUrl: image?.url ?? thumbnail?.url ?? null };
}

/** An image link stands in the text, and a second time as its preview. */
function distinct(files: readonly SourceFile[]): readonly SourceFile[] {
  const byAddress = new Map<string, SourceFile>();
  for (const file of files) {
    const address = file.url.split('?', 1)[0] ?? file.url;
    if (!byAddress.has(address)) byAddress.set(address, file);
  }
  return [...byAddress.values()];
}
