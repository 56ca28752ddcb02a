import { Listener } from '@sapphire/framework';
import { Events, type GuildMember, type PartialGuildMember } from 'discord.js';

/** Logs who leaves. */
export class LogLeaveListener extends Listener<typeof Events.GuildMemberRemove> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildMemberRemove });
  }

  override async run(member: GuildMember | PartialGuildMember): Promise<void> {
    await this.container.moderation.memberLog.left(member);
  }
}
