import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { reply, translator } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { type AuthorPress, authorRow, parseAuthorPress } from '../reposts/authors/author-notice.ts';

/** The buttons of an author under the message about their work. They are in direct messages, and work after a restart. */
export class RepostAuthorHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse({ customId }: ButtonInteraction) {
    const press = parseAuthorPress(customId);
    return press ? this.some(press) : this.none();
  }

  override async run(interaction: ButtonInteraction, { verb, ...key }: AuthorPress): Promise<void> {
    await interaction.deferUpdate();
    const { wishes } = this.container.gallery.reposts;
    const { id: userId } = interaction.user;
    const t = await translator(interaction);
    if (verb === 'remove') {
      await wishes.remove(key, userId);
      await interaction.editReply(
        reply.success(t('gallery:repost.removed'), { components: [authorRow('stop', key, t)] }),
      );
      return;
    }
    await wishes.setOptOut(key, userId, verb === 'stop');
    await this.container.gallery.starboard.optOutChanged(key.guildId, userId);
    const answer = t(verb === 'stop' ? 'gallery:repost.stopped' : 'gallery:repost.allowed');
    const next = authorRow(verb === 'stop' ? 'allow' : 'stop', key, t);
    await interaction.followUp(reply.success(answer, { components: [next] }));
  }
}
