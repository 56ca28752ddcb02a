import { defineReversal } from '@twi/sdk';
import { channelMention } from 'discord.js';
import { z } from 'zod';

/** How a repost is taken back: item and post go. Again: it is posted anew, under its number. */
export const repostReversal = defineReversal({
  data: z.object({ item: z.int() }),
  node: 'gallery.repost',
  async undo({ container, guild, member, data }) {
    await container.gallery.reposts.reversals.takeBack({ guildId: guild.id, number: data.item }, member);
    return `Removed item #${data.item} from the gallery, and its post.`;
  },
  async redo({ container, guild, member, data }) {
    const key = { guildId: guild.id, number: data.item };
    const { postedChannelId } = await container.gallery.reposts.repeat(key, member);
    const where = postedChannelId ? ` in ${channelMention(postedChannelId)}` : '';
    return `Posted item #${data.item} again${where}.`;
  },
});
