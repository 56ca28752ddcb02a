import { Listener } from '@sapphire/framework';
import { Events, PermissionFlagsBits, type Role } from 'discord.js';

/** Notes that a role lets the bot see channels that it did not see. */
export class NoteOpenedByRoleListener extends Listener<typeof Events.GuildRoleUpdate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildRoleUpdate });
  }

  override run(before: Role, { id, guild, permissions }: Role): void {
    const isOwn = guild.members.me?.roles.cache.has(id) ?? false;
    // Of an administrator, this is so as well.
    const sees = PermissionFlagsBits.ViewChannel;
    if (isOwn && !before.permissions.has(sees) && permissions.has(sees))
      this.container.stats.counting.opened.note(guild.id);
  }
}
