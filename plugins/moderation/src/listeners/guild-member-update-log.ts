import { Listener } from '@sapphire/framework';
import { Events, type GuildMember, type PartialGuildMember } from 'discord.js';

/** Logs roles and nicknames that change. */
export class LogProfileListener extends Listener<typeof Events.GuildMemberUpdate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildMemberUpdate });
  }

  override async run(before: GuildMember | PartialGuildMember, after: GuildMember): Promise<void> {
    await this.container.moderation.memberLog.changed(before, after);
  }
}
