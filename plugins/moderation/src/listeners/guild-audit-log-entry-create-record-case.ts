import { Listener } from '@sapphire/framework';
import { Events, type Guild, type GuildAuditLogsEntry } from 'discord.js';

/** Makes cases of what people do by hand. */
export class RecordManualActionListener extends Listener<typeof Events.GuildAuditLogEntryCreate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildAuditLogEntryCreate });
  }

  override async run(entry: GuildAuditLogsEntry, guild: Guild): Promise<void> {
    await this.container.moderation.auditLogs.follow(guild, entry);
  }
}
