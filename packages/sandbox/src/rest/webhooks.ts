import {
  createFollowUp,
  deleteInteractionMessage,
  editInteractionMessage,
  getInteractionMessage,
} from './interaction-messages.ts';
import type { Route } from './route.ts';

const EXECUTE = '/webhooks/{webhook_id}/{webhook_token}';
const ORIGINAL = `${EXECUTE}/messages/@original`;
const MESSAGE = `${EXECUTE}/messages/{message_id}`;

/** Webhooks of channels, and those of interactions, which share their paths. */
export const webhookRoutes: readonly Route[] = [
  { method: 'POST', template: EXECUTE, handle: createFollowUp, isPublic: true },
  ...[ORIGINAL, MESSAGE].flatMap((template): Route[] => [
    { method: 'GET', template, handle: getInteractionMessage, isPublic: true },
    { method: 'PATCH', template, handle: editInteractionMessage, isPublic: true },
    { method: 'DELETE', template, handle: deleteInteractionMessage, isPublic: true },
  ]),
];
