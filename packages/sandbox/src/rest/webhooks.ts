import type { RESTPatchAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { deleteMessages, editMessage } from '../actions/message-changes.ts';
import { executeWebhook } from '../actions/execute-webhook.ts';
import type { WebhookExecution } from '../actions/execute-webhook.ts';
import { deleteWebhook, editWebhook } from '../actions/webhooks.ts';
import type { WebhookChanges } from '../actions/webhooks.ts';
import { DiscordError } from '../rules/discord-error.ts';
import { renderMessage } from '../state/render-message.ts';
import { renderWebhook } from '../state/render-webhook.ts';
import { unknown } from '../state/unknown.ts';
import type { WebhookRecord } from '../state/webhook.ts';
import {
  createFollowUp,
  deleteInteractionMessage,
  editInteractionMessage,
  getInteractionMessage,
  isInteractionWebhook,
} from './interaction-messages.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

const WITH_TOKEN = '/webhooks/{webhook_id}/{webhook_token}';
const ORIGINAL = `${WITH_TOKEN}/messages/@original`;
const MESSAGE = `${WITH_TOKEN}/messages/{message_id}`;

/** Webhooks by their tokens: those of channels, and those of interactions, which share the paths. */
export const webhookRoutes: readonly Route[] = [
  { method: 'GET', template: WITH_TOKEN, handle: get, isPublic: true },
  { method: 'PATCH', template: WITH_TOKEN, handle: edit, isPublic: true },
  { method: 'DELETE', template: WITH_TOKEN, handle: remove, isPublic: true },
  { method: 'POST', template: WITH_TOKEN, handle: execute, isPublic: true },
  ...[ORIGINAL, MESSAGE].flatMap((template): Route[] => [
    { method: 'GET', template, handle: getMessage, isPublic: true },
    { method: 'PATCH', template, handle: editOwnMessage, isPublic: true },
    { method: 'DELETE', template, handle: deleteOwnMessage, isPublic: true },
  ]),
];

function get(request: RestRequest): object {
  return renderWebhook(request.world, webhookOf(request), true);
}

function edit(request: RestRequest): object {
  const { world } = request;
  const webhook = webhookOf(request);
  const { name, avatar } = request.json<WebhookChanges>();
  const changes = { ...(name !== undefined && { name }), ...(avatar !== undefined && { avatar }) };
  editWebhook(world, world.guild(webhook.guildId), undefined, { webhook, changes });
  return renderWebhook(world, webhook, true);
}

function remove(request: RestRequest): void {
  const webhook = webhookOf(request);
  deleteWebhook(request.world, request.world.guild(webhook.guildId), undefined, webhook);
}

function execute(request: RestRequest): object | undefined {
  if (isInteractionWebhook(request)) return createFollowUp(request);
  const body = request.json<WebhookExecution>();
  const record = executeWebhook(request.world, {
    webhook: webhookOf(request),
    body,
    files: request.files,
    threadId: request.query['thread_id'],
    keepsComponents: request.query['with_components'] === 'true',
  });
  return request.query['wait'] === 'true' ? renderMessage(request.world, record) : undefined;
}

function getMessage(request: RestRequest): object {
  if (isInteractionWebhook(request)) return getInteractionMessage(request);
  return renderMessage(request.world, messageOf(request).record);
}

function editOwnMessage(request: RestRequest): object {
  if (isInteractionWebhook(request)) return editInteractionMessage(request);
  const { world, files } = request;
  const body = request.json<RESTPatchAPIChannelMessageJSONBody>();
  return renderMessage(world, editMessage(world, { ...messageOf(request), body, files }));
}

function deleteOwnMessage(request: RestRequest): void {
  if (isInteractionWebhook(request)) return deleteInteractionMessage(request);
  const { channel, record } = messageOf(request);
  deleteMessages(request.world, channel, [record.message.id]);
}

function messageOf(request: RestRequest) {
  const { world } = request;
  const webhook = webhookOf(request);
  const channel = world.channel(request.query['thread_id'] ?? webhook.channelId);
  const record = world.message(channel.id, request.param('message_id', '@original'));
  if (record.message.webhook_id !== webhook.id) throw unknown('message');
  return { channel, record };
}

function webhookOf(request: RestRequest): WebhookRecord {
  const webhook = request.world.state.webhooks.get(request.param('webhook_id'));
  if (!webhook) throw unknown('webhook');
  if (webhook.source || webhook.token !== request.param('webhook_token')) {
    throw new DiscordError(401, 50_027, 'Invalid Webhook Token');
  }
  return webhook;
}
