import { Listener } from '@sapphire/framework';
import { Events, type GuildMember } from 'discord.js';

/** Logs who joins. */
export class LogJoinListener extends Listener<typeof Events.GuildMemberAdd> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildMemberAdd });
  }

  override async run(member: GuildMember): Promise<void> {
    await this.container.moderation.memberLog.joined(member);
  }
}
