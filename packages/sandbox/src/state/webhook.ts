/** A webhook of a channel. */
export interface WebhookRecord {
  readonly id: string;
  readonly guildId: string;
  channelId: string;
  name: string;
  readonly token: string;
  readonly creatorId: string;
}
