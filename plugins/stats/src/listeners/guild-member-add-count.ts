import { Listener } from '@sapphire/framework';
import { Events, type GuildMember } from 'discord.js';

/** Counts who comes. */
export class CountJoinListener extends Listener<typeof Events.GuildMemberAdd> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildMemberAdd });
  }

  override run(member: GuildMember): Promise<void> {
    return this.container.stats.counting.members.joined(member);
  }
}
