import { Listener } from '@sapphire/framework';
import { Events, type GuildMember, type PartialGuildMember } from 'discord.js';

/** Keeps the roles of members up to date, for when they leave unseen. */
export class KeepRolesListener extends Listener<typeof Events.GuildMemberUpdate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildMemberUpdate });
  }

  override async run(before: GuildMember | PartialGuildMember, after: GuildMember): Promise<void> {
    await this.container.moderation.memberRoles.changed(before, after);
  }
}
