import { type PlainReply, reply, type Translator } from '@twi/sdk';
import { channelMention, type Snowflake } from 'discord.js';
import type { PinChannel } from '../database/pin-channel-repository.ts';
import { pageOf, parsePage } from './page-of.ts';
import { pinnersText } from './pinners-text.ts';

const HANDLER = 'pin-channels';
/** Ten roles each still fit into an embed. */
const PAGE_SIZE = 12;

export interface PinChannelListView {
  readonly guildId: Snowflake;
  readonly channels: readonly PinChannel[];
  /** Counts from 0. */
  readonly page: number;
}

/** A page of `/pin-admin list`. */
export function pinChannelListReply(
  { guildId, channels, page }: PinChannelListView,
  t: Translator,
): PlainReply {
  const { items, buttons } = pageOf(channels, { page, size: PAGE_SIZE, handler: HANDLER, t });
  const lines = items.map(
    ({ channelId, roleIds }) => `${channelMention(channelId)}: ${pinnersText(guildId, roleIds)}`,
  );
  return reply.list(lines, {
    title: 'Where members may pin',
    empty: 'Nowhere: only the staff can pin. Choose a channel with `/pin-admin add`.',
    ...buttons,
  });
}

/** The page that a button shows, or `undefined` when it is another's button. */
export function parsePinChannelPage(id: string): number | undefined {
  return parsePage(HANDLER, id);
}
