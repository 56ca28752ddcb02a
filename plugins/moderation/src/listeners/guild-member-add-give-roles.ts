import { Listener } from '@sapphire/framework';
import { Events, type GuildMember } from 'discord.js';

/** Gives new members their roles. */
export class GiveRolesListener extends Listener<typeof Events.GuildMemberAdd> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildMemberAdd });
  }

  override async run(member: GuildMember): Promise<void> {
    await this.container.moderation.memberRoles.joined(member);
  }
}
