import type { PlainReply } from '@twi/sdk';
import { EmbedBuilder } from 'discord.js';

/** A reply with a small picture in its corner, or as it was without one. */
export function withThumbnail(answer: PlainReply, url: string | null): PlainReply {
  if (url === null) return answer;
  const embeds = (answer.embeds ?? []).map((embed) =>
    new EmbedBuilder('toJSON' in embed ? embed.toJSON() : embed).setThumbnail(url),
  );
  return { ...answer, embeds };
}
