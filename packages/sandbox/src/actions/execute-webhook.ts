import type { RESTPostAPIWebhookWithTokenJSONBody } from 'discord-api-types/v10';
import { DiscordError } from '../rules/discord-error.ts';
import { isThreadOnly } from '../state/channel.ts';
import type { ChannelRecord } from '../state/channel.ts';
import type { MessageRecord } from '../state/message.ts';
import { unknown } from '../state/unknown.ts';
import type { WebhookRecord } from '../state/webhook.ts';
import type { World } from '../state/world.ts';
import type { ReceivedFile } from './attachments.ts';
import { refuseBadTags } from './forum-tags.ts';
import { createMessage } from './messages.ts';
import { createThread } from './threads.ts';
import { webhookAuthor } from './webhooks.ts';

/** What a webhook is told to send. */
export type WebhookExecution = RESTPostAPIWebhookWithTokenJSONBody;

/** How a webhook is executed: the body, and what stands in the query. */
export interface WebhookOptions {
  readonly webhook: WebhookRecord;
  readonly body: WebhookExecution;
  readonly files: readonly ReceivedFile[];
  readonly threadId: string | undefined;
  /** Whether components of a webhook that belongs to no application are kept. */
  readonly keepsComponents: boolean;
}

/**
 * Sends a message through a webhook, into a thread or a new forum post where that is asked for.
 *
 * @throws DiscordError 10003 for a thread of another channel, 220001 to 220003 for a forum without post or a post without forum
 */
export function executeWebhook(world: World, options: WebhookOptions): MessageRecord {
  const { webhook, body, files, threadId } = options;
  const parent = world.channel(webhook.channelId);
  refuseWrongPlace(parent, { threadId, threadName: body.thread_name });
  if (body.thread_name !== undefined) {
    refuseBadTags(world, parent, { tagIds: body.applied_tags ?? [], userId: webhook.creatorId });
  }
  const channel =
    body.thread_name === undefined
      ? threadOf(world, parent, threadId)
      : createThread(
          world,
          world.guild(webhook.guildId),
          { userId: webhook.creatorId },
          { parent, input: { name: body.thread_name, applied_tags: body.applied_tags ?? [] } },
        );
  const isOfApplication = webhook.creatorId === world.botId;
  const { components, ...plain } = body;
  return createMessage(world, {
    channel,
    author: webhookAuthor(webhook, { username: body.username, avatarUrl: body.avatar_url }),
    body: components && (isOfApplication || options.keepsComponents) ? { ...plain, components } : plain,
    files,
    webhookId: webhook.id,
    ...(isOfApplication && { applicationId: world.state.application.id }),
    ...(body.thread_name !== undefined && { id: channel.id }),
  });
}

function refuseWrongPlace(
  parent: ChannelRecord,
  { threadId, threadName }: { threadId: string | undefined; threadName: string | undefined },
): void {
  if (!isThreadOnly(parent)) {
    if (threadName === undefined) return;
    throw new DiscordError(400, 220_003, 'Webhooks can only create threads in forum channels');
  }
  if (threadId === undefined && threadName === undefined) {
    throw new DiscordError(
      400,
      220_001,
      'Webhooks posted to forum channels must have a thread_name or thread_id',
    );
  }
  if (threadId !== undefined && threadName !== undefined) {
    throw new DiscordError(
      400,
      220_002,
      'Webhooks posted to forum channels cannot have both a thread_name and thread_id',
    );
  }
}

function threadOf(world: World, parent: ChannelRecord, threadId: string | undefined): ChannelRecord {
  if (threadId === undefined) return parent;
  const thread = world.channel(threadId);
  if (thread.parentId !== parent.id) throw unknown('channel');
  return thread;
}
