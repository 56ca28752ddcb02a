import { Listener } from '@sapphire/framework';
import { Events, type GuildMember, type PartialGuildMember } from 'discord.js';

/** Counts who goes. */
export class CountLeaveListener extends Listener<typeof Events.GuildMemberRemove> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildMemberRemove });
  }

  override run(member: GuildMember | PartialGuildMember): Promise<void> {
    return this.container.stats.counting.members.left(member);
  }
}
