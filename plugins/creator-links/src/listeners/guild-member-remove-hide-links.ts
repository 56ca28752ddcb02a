import { Listener } from '@sapphire/framework';
import { Events, type GuildMember, type PartialGuildMember } from 'discord.js';

/** Hides the links of whoever leaves. */
export class HideLinksListener extends Listener<typeof Events.GuildMemberRemove> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildMemberRemove });
  }

  override async run({ guild, id }: GuildMember | PartialGuildMember): Promise<void> {
    await this.container['creator-links'].presence.changed({ guildId: guild.id, userId: id }, false);
  }
}
