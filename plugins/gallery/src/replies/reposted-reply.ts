import { type PlainReply, reply, escaped } from '@twi/sdk';
import { bold, channelMention, hyperlink, messageLink, userMention } from 'discord.js';
import type { NoticeState } from '../reposts/authors/notice-state.ts';
import type { Reposted } from '../reposts/posting/reposter.ts';

const TOLD: Partial<Record<NoticeState, (author: string) => string>> = {
  sent: (author) => `${author} was told, and can have it removed.`,
  closed: (author) => `${author} takes no direct messages, so tell them yourself.`,
  failed: (author) => `${author} could not be told, so tell them yourself.`,
};

/** Says where a repost is now, and whether its author knows. */
export function repostedReply({
  draft,
  item,
  notice,
}: Reposted & { readonly notice: NoticeState | undefined }): PlainReply {
  const { guildId, number, title, postedChannelId, postedMessageId } = item;
  const link =
    postedChannelId && postedMessageId
      ? ` in ${channelMention(postedChannelId)}. ${hyperlink('See it', messageLink(postedChannelId, postedMessageId, guildId))}`
      : '';
  const told = notice && draft.sourceAuthorId && TOLD[notice]?.(userMention(draft.sourceAuthorId));
  const text = `${bold(escaped(title))} is item ${bold(`#${number}`)}${link}`;
  return reply.success(told ? `${text}\n${told}` : text);
}
