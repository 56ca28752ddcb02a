import { Listener } from '@sapphire/framework';
import { Events, type Role } from 'discord.js';

/** Has the panels follow when a role gets another name or other permissions. */
export class RefreshPanelsListener extends Listener<typeof Events.GuildRoleUpdate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildRoleUpdate });
  }

  override async run(before: Role, after: Role): Promise<void> {
    if (before.name === after.name && before.permissions.equals(after.permissions)) return;
    await this.container.utility.roles.follow({ guildId: after.guild.id, roleId: after.id });
  }
}
