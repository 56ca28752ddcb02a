import { applicationEmojiRoutes } from './application-emojis.ts';
import { announcementRoutes } from './announcements.ts';
import { attachmentRoutes } from './attachments.ts';
import { auditLogRoutes } from './audit-log.ts';
import { autoModerationRoutes } from './auto-moderation.ts';
import { banRoutes } from './bans.ts';
import { channelWebhookRoutes } from './channel-webhooks.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { emojiRoutes } from './emojis.ts';
import { guildSettingRoutes } from './guild-settings.ts';
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

/** Operations that belong together. */
export interface Resource {
  readonly title: string;
  readonly routes: readonly Route[];
}

/** Every operation that the sandbox supports, apart from those with which a bot finds the gateway. */
export const RESOURCES: readonly Resource[] = [
  { title: 'Answers to interactions', routes: interactionRoutes },
  { title: 'Webhooks by token, follow-ups of interactions', routes: webhookRoutes },
  { title: 'Messages', routes: messageRoutes },
  { title: 'Attachments', routes: attachmentRoutes },
  { title: 'Pins', routes: pinRoutes },
  { title: 'Announcements', routes: announcementRoutes },
  { title: 'Reactions', routes: reactionRoutes },
  { title: 'Polls', routes: pollRoutes },
  { title: 'Channels', routes: channelRoutes },
  { title: 'Webhooks', routes: channelWebhookRoutes },
  { title: 'Threads', routes: threadRoutes },
  { title: 'Guilds and invites', routes: guildRoutes },
  { title: 'Settings of guilds', routes: guildSettingRoutes },
  { title: 'Members', routes: memberRoutes },
  { title: 'Roles', routes: roleRoutes },
  { title: 'Voice states', routes: voiceStateRoutes },
  { title: 'Bans and pruning', routes: banRoutes },
  { title: 'Emojis', routes: emojiRoutes },
  { title: 'Stickers', routes: stickerRoutes },
  { title: 'Auto moderation', routes: autoModerationRoutes },
  { title: 'Audit log', routes: auditLogRoutes },
  { title: 'Commands', routes: commandRoutes },
  { title: 'Emojis of the application', routes: applicationEmojiRoutes },
  { title: 'Users and the application', routes: userRoutes },
];

/** The operations of all resources. */
export const ROUTES: readonly Route[] = RESOURCES.flatMap(({ routes }) => routes);
