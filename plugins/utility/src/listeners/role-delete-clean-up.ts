import { Listener } from '@sapphire/framework';
import { Events, type Role } from 'discord.js';

/** Forgets what is said about a role that was deleted. */
export class CleanUpRoleListener extends Listener<typeof Events.GuildRoleDelete> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildRoleDelete });
  }

  override async run({ id: roleId, guild: { id: guildId } }: Role): Promise<void> {
    await this.container.utility.roles.forget({ guildId, roleId });
    await this.container.utility.pins.channels.forget(guildId, roleId);
  }
}
