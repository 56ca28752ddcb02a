/** A webhook of a channel; one with a source repeats what is published there. */
export interface WebhookRecord {
  readonly id: string;
  readonly guildId: string;
  channelId: string;
  name: string;
  /** Hash of the picture, as in its address. */
  avatar?: string | null;
  /** Empty for a webhook that follows a channel: nobody else may use it. */
  readonly token: string;
  readonly creatorId: string;
  /** The announcement channel that is followed. */
  readonly source?: { readonly guildId: string; readonly channelId: string };
}
