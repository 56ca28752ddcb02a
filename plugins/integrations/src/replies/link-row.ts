import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type MessageActionRowComponentBuilder,
} from 'discord.js';

/** A row with a button that leads elsewhere. */
export function linkRow(label: string, url: string): ActionRowBuilder<MessageActionRowComponentBuilder> {
  const button = new ButtonBuilder().setStyle(ButtonStyle.Link).setLabel(label).setURL(url);
  return new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(button);
}
