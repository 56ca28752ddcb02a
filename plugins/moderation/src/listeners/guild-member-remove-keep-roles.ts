import { Listener } from '@sapphire/framework';
import { Events, type GuildMember, type PartialGuildMember } from 'discord.js';

/** Keeps the roles of who leaves. */
export class KeepRolesOfLeaverListener extends Listener<typeof Events.GuildMemberRemove> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildMemberRemove });
  }

  override async run(member: GuildMember | PartialGuildMember): Promise<void> {
    await this.container.moderation.memberRoles.left(member);
  }
}
