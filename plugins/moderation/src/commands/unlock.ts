import { Command } from '@sapphire/framework';
import { reply } from '@twi/sdk';
import { type AutocompleteInteraction, channelMention, MessageFlags } from 'discord.js';
import { lockableChannelOption, readLockableChannel } from './channel-option.ts';
import { reasonOption } from './action-options.ts';
import { suggestReasons } from './suggest-reasons.ts';

export class UnlockCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Let people write in a channel again, as they could before',
      node: 'moderation.channels',
      text: true,
      example: '/unlock channel:#general reason:Raid',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addChannelOption(lockableChannelOption)
        .addStringOption((option) => reasonOption(option).setDescription('Why, for the audit log')),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const channel = await readLockableChannel(interaction);
    const reason = interaction.options.getString('reason') ?? undefined;
    await this.container.moderation.locks.unlock({ channel, moderator: interaction.member, reason });
    await interaction.editReply(reply.success(`Unlocked ${channelMention(channel.id)}.`));
  }

  override autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    return suggestReasons(interaction);
  }
}
