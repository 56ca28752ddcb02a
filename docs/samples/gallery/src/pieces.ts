import { Listener, Precondition, type ChatInputCommand } from '@sapphire/framework';
import { contextOf, UserError } from '@twi/sdk';
import { Events, type ChatInputCommandInteraction, type GuildMember } from 'discord.js';

// #region listener
export class WelcomeListener extends Listener<typeof Events.GuildMemberAdd> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildMemberAdd });
  }

  override run(member: GuildMember): void {
    contextOf(this).logger.info(`${member.user.username} came to ${member.guild.name}.`);
  }
}
// #endregion

// #region precondition
export class HasItemsPrecondition extends Precondition {
  override async chatInputRun(interaction: ChatInputCommandInteraction, _command: ChatInputCommand) {
    const { guildId } = interaction;
    const items = guildId ? await this.container.gallery.newest(guildId) : [];
    return items.length > 0 ? this.ok() : this.error({ message: 'The gallery is empty.' });
  }
}
// #endregion

// #region error
export function assertTitle(title: string): void {
  if (title.trim() === '')
    throw new UserError({
      identifier: 'gallery.empty-title',
      message: 'The title is empty; 1 to 100 characters are accepted.',
    });
}
// #endregion
