import { Listener } from '@sapphire/framework';
import { Events, type GuildMember, type PartialGuildMember } from 'discord.js';

/** Notes that the bot got or lost a role, which may let it see other channels. */
export class NoteOpenedByOwnRolesListener extends Listener<typeof Events.GuildMemberUpdate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildMemberUpdate });
  }

  override run(before: GuildMember | PartialGuildMember, { id, client, guild, roles }: GuildMember): void {
    if (id !== client.user.id || roles.cache.equals(before.roles.cache)) return;
    this.container.stats.counting.opened.note(guild.id);
  }
}
