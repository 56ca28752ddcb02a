import { defineReversal } from '@twi/sdk';
import { z } from 'zod';

const NODE = 'gallery.admin';

/** A post that was accepted goes back to those that wait, and its item out of the gallery; and the other way round. */
export const reviewAcceptReversal = defineReversal({
  data: z.object({ entry: z.string(), item: z.int().positive() }),
  node: NODE,
  async undo({ container, member, data }) {
    await container.gallery.reviews.takeBack({ guildId: member.guild.id, id: data.entry }, data.item, member);
    return `Item #${data.item} is removed, and its post waits for review again.`;
  },
  async redo({ container, member, data }) {
    await container.gallery.reviews.acceptAgain(
      { guildId: member.guild.id, id: data.entry },
      data.item,
      member,
    );
    return `Item #${data.item} is back.`;
  },
});

/** A post that was skipped waits again; and the other way round. */
export const reviewSkipReversal = defineReversal({
  data: z.object({ entry: z.string() }),
  node: NODE,
  async undo({ container, member, data }) {
    await container.gallery.reviews.reopen({ guildId: member.guild.id, id: data.entry }, member);
    return 'The post waits for review again.';
  },
  async redo({ container, member, data }) {
    await container.gallery.reviews.skipAgain({ guildId: member.guild.id, id: data.entry }, member);
    return 'The post is skipped again.';
  },
});
