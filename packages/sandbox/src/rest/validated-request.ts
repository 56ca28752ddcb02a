import { DiscordError } from '../rules/discord-error.ts';
import type { RequestToValidate } from '../rules/request.ts';
import { uploadLimitOf } from '../state/upload-limit.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

/** Gathers what the rules read of a request, with what the server knows of the channel and the message it names. */
export function requestToValidate(route: Route, request: RestRequest): RequestToValidate {
  const { world, query, body, files, reason } = request;
  const channelId = channelIdOf(request);
  const messageId = messageIdOf(request);
  return {
    method: route.method,
    template: route.template,
    query,
    body,
    files: files.map(({ field, filename, bytes }) => ({ field, filename, size: bytes.length })),
    auditReason: reason,
    channelType: world.state.channels.get(channelId)?.type,
    messageFlags: world.state.messages.get(channelId)?.get(messageId)?.message.flags,
  };
}

/** @throws DiscordError 40005 for a file larger than the guild's boosts allow */
export function refuseLargeFiles(request: RestRequest): void {
  if (request.files.length === 0) return;
  const { world } = request;
  const maximum = uploadLimitOf(world, world.state.channels.get(channelIdOf(request)));
  if (request.files.every((file) => file.bytes.length <= maximum)) return;
  throw new DiscordError(413, 40_005, 'Request entity too large');
}

function channelIdOf(request: RestRequest): string {
  const { world, query } = request;
  const named = request.param('channel_id', '') || query['thread_id'];
  if (named) return named;
  return interactionOf(request)?.channelId ?? world.state.webhooks.get(webhookId(request))?.channelId ?? '';
}

/** `@original`, in a path or as its end, names the first answer to an interaction. */
function messageIdOf(request: RestRequest): string {
  const id = request.param('message_id', '@original');
  return id === '@original' ? (interactionOf(request)?.originalId ?? '') : id;
}

function interactionOf(request: RestRequest) {
  const tokens = request.world.interactions;
  return tokens.get(request.param('webhook_token', '')) ?? tokens.get(request.param('interaction_token', ''));
}

function webhookId(request: RestRequest): string {
  return request.param('webhook_id', '');
}
