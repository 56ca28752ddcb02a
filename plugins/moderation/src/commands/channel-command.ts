import { Command } from '@sapphire/framework';
import { reply } from '@twi/sdk';
import { type AutocompleteInteraction, channelMention, MessageFlags } from 'discord.js';
import type { LockRequest } from '../channels/channel-locks.ts';
import { reasonOption } from './action-options.ts';
import { lockableChannelOption, readLockableChannel } from './channel-option.ts';
import { suggestReasons } from './suggest-reasons.ts';

/** A command that opens or closes one channel, for a reason. */
export abstract class ChannelCommand extends Command {
  /** What was done, as the answer begins: `Locked`. */
  protected abstract readonly done: string;

  protected abstract act(request: LockRequest): Promise<void>;

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
    await this.act({ channel, moderator: interaction.member, reason });
    await interaction.editReply(reply.success(`${this.done} ${channelMention(channel.id)}.`));
  }

  override autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    return suggestReasons(interaction);
  }
}
