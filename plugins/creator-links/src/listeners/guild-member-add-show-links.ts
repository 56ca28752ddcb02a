import { Listener } from '@sapphire/framework';
import { Events, type GuildMember } from 'discord.js';

/** Shows the links of whoever comes back. */
export class ShowLinksListener extends Listener<typeof Events.GuildMemberAdd> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildMemberAdd });
  }

  override async run({ guild, id }: GuildMember): Promise<void> {
    await this.container['creator-links'].presence.changed({ guildId: guild.id, userId: id }, true);
  }
}
