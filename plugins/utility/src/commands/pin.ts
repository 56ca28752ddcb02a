import { Command } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import { ApplicationCommandType, type MessageContextMenuCommandInteraction, MessageFlags } from 'discord.js';
import { pinReply } from '../replies/pin-reply.ts';

/** Everybody sees it: where who may pin is for the channels of `/pin-admin` to say, besides the node. */
export class PinCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Pin a message, or unpin it',
      example: 'Pin, among the apps of a message’s menu',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerContextMenuCommand((command) =>
      command.setName('Pin').setType(ApplicationCommandType.Message),
    );
  }

  override async contextMenuRun(interaction: MessageContextMenuCommandInteraction<'cached'>): Promise<void> {
    const { targetMessage: message, member } = interaction;
    // What they saw decides: if somebody pins it in this moment, too, it must not be unpinned.
    const isPinned = !message.pinned;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { pins } = this.container.utility;
    await (isPinned ? pins.pin(message, member) : pins.unpin(message, member));
    await interaction.editReply(pinReply(message, isPinned, await translator(interaction)));
  }
}
