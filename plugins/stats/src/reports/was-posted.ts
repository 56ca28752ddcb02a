import { type Client, DiscordAPIError, type Message, type Snowflake, SnowflakeUtil } from 'discord.js';

/** Discord's clock and ours differ a little. */
const TOLERANCE_MS = 5_000;
/** Resources › Message › Get Channel Messages. */
const MOST_MESSAGES = 100;

/** A report that somebody began to post. */
interface Attempted {
  readonly channelId: Snowflake | null;
  readonly since: Date | null;
  /** The picture in it, which no other report has. */
  readonly file: string;
}

/** Whether an attempt that was cut off got through after all: its picture is looked for among the messages since then. */
export async function wasPosted(client: Client, { channelId, since, file }: Attempted): Promise<boolean> {
  const channel = channelId === null ? undefined : client.channels.cache.get(channelId);
  if (!channel?.isTextBased() || !since) return false;
  const after = String(SnowflakeUtil.generate({ timestamp: since.getTime() - TOLERANCE_MS }));
  try {
    const messages = await channel.messages.fetch({ after, limit: MOST_MESSAGES, cache: false });
    return messages.some((message) => isReport(message, file));
  } catch (error) {
    // Who may not look there could not have posted anything there lately.
    if (error instanceof DiscordAPIError) return false;
    throw error;
  }
}

function isReport({ author, client, embeds, attachments }: Message, file: string): boolean {
  const pictures = [...embeds.map(({ image }) => image?.url), ...attachments.map(({ url }) => url)];
  return author.id === client.user.id && pictures.some((url) => url?.includes(`/${file}`));
}
