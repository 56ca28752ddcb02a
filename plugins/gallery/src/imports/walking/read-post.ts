import { ComponentType, type Message } from 'discord.js';
import { z } from 'zod';
import type { SourceMedia, SourcePlace, SourcePost } from '../extraction/source-post.ts';

/** What holds other components, or pictures; the rest of a component says nothing here. */
const shell = z.object({
  type: z.enum(ComponentType),
  content: z.string().optional(),
  components: z.array(z.unknown()).optional(),
  accessory: z.unknown(),
  items: z
    .array(
      z.object({
        media: z.object({ url: z.string() }),
        spoiler: z.boolean().nullish(),
        description: z.string().nullish(),
      }),
    )
    .optional(),
});

/** A message as plain data. */
export function readPost(message: Message<true>, place: SourcePlace): SourcePost {
  const { author, attachments, embeds } = message;
  const { texts, media } = readComponents(message.components.map((component) => component.toJSON()));
  return {
    id: message.id,
    guildId: message.guildId,
    channelId: message.channelId,
    author: { id: author.id, name: author.displayName, isBot: author.bot },
    isOwnAnswer: message.interactionMetadata !== null && author.id === message.client.user.id,
    content: [message.content, ...texts].filter((text) => text !== '').join('\n'),
    embeds: embeds.map(({ title, description, url, image, thumbnail, fields }) => ({
      title: title ?? undefined,
      description: description ?? undefined,
      url: url ?? undefined,
      imageUrl: image?.url,
      thumbnailUrl: thumbnail?.url,
      fields: fields.map(({ name, value }) => ({ name, value })),
    })),
    files: attachments.map((file) => ({
      id: file.id,
      name: file.name,
      url: file.url,
      contentType: file.contentType ?? undefined,
      size: file.size,
      width: file.width ?? undefined,
      height: file.height ?? undefined,
      isSpoiler: file.spoiler,
      alt: file.description ?? undefined,
    })),
    media,
    place,
  };
}

/** The texts and pictures of messages that are made of components. */
function readComponents(components: readonly unknown[]): {
  readonly texts: readonly string[];
  readonly media: readonly SourceMedia[];
} {
  const known = components.flatMap((component) => {
    const parsed = shell.safeParse(component);
    return parsed.success ? [parsed.data] : [];
  });
  const inner = known.flatMap(({ components: held = [], accessory }) => [...held, accessory]);
  const below = inner.length > 0 ? readComponents(inner) : { texts: [], media: [] };
  const texts = known.flatMap(({ type, content }) =>
    type === ComponentType.TextDisplay && content ? [content] : [],
  );
  const media = known.flatMap(({ items = [] }) =>
    items.map(({ media: { url }, spoiler, description }) => ({
      url,
      isSpoiler: spoiler ?? false,
      alt: description ?? undefined,
    })),
  );
  return { texts: [...texts, ...below.texts], media: [...media, ...below.media] };
}
