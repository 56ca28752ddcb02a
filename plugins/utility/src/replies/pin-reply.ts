import { clip, type PlainReply, reply, type Translator } from '@twi/sdk';
import { hyperlink, type Message, quote, userMention } from 'discord.js';

const LONGEST_PREVIEW = 200;

/** What became of a message, with how it begins. */
export function pinReply({ url, author, content }: Message, isPinned: boolean, t: Translator): PlainReply {
  const values = { message: hyperlink(t('utility:pins.message'), url), author: userMention(author.id) };
  const done = isPinned ? t('utility:pins.pinned', values) : t('utility:pins.unpinned', values);
  const preview = clip(content.replaceAll(/\s+/gu, ' ').trim(), LONGEST_PREVIEW);
  const lines = [done, preview && quote(preview), t('utility:pins.again')];
  return reply.success(lines.filter(Boolean).join('\n'));
}
