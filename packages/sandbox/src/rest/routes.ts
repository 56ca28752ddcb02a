import { commandRoutes } from './commands.ts';
import { interactionRoutes } from './interactions.ts';
import type { Route } from './route.ts';
import { userRoutes } from './users.ts';
import { webhookRoutes } from './webhooks.ts';
import { messageRoutes } from './messages.ts';

/** Every operation that the sandbox supports, apart from those of the gateway. */
export const ROUTES: readonly Route[] = [
  ...userRoutes,
  ...commandRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
  ...messageRoutes,
];
