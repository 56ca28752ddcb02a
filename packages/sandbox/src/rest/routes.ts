import { applicationEmojiRoutes } from './application-emojis.ts';
import { announcementRoutes } from './announcements.ts';
import { auditLogRoutes } from './audit-log.ts';
import { autoModerationRoutes } from './auto-moderation.ts';
import { banRoutes } from './bans.ts';
import { channelWebhookRoutes } from './channel-webhooks.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { emojiRoutes } from './emojis.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { memberRoutes } from './members.ts';
import { messageRoutes } from './messages.ts';
import { pinRoutes } from './pins.ts';
import { pollRoutes } from './polls.ts';
import { reactionRoutes } from './reactions.ts';
import { roleRoutes } from './roles.ts';
import type { Route } from './route.ts';
import { stickerRoutes } from './stickers.ts';
import { threadRoutes } from './threads.ts';
import { userRoutes } from './users.ts';
import { voiceStateRoutes } from './voice-states.ts';
import { webhookRoutes } from './webhooks.ts';

/** Every operation that the sandbox supports, apart from those with which a bot finds the gateway. */
export const ROUTES: readonly Route[] = [
  ...interactionRoutes,
  ...webhookRoutes,
  ...messageRoutes,
  ...pinRoutes,
  ...announcementRoutes,
  ...reactionRoutes,
  ...pollRoutes,
  ...channelRoutes,
  ...channelWebhookRoutes,
  ...threadRoutes,
  ...guildRoutes,
  ...memberRoutes,
  ...roleRoutes,
  ...voiceStateRoutes,
  ...banRoutes,
  ...emojiRoutes,
  ...stickerRoutes,
  ...autoModerationRoutes,
  ...auditLogRoutes,
  ...commandRoutes,
  ...applicationEmojiRoutes,
  ...userRoutes,
];
