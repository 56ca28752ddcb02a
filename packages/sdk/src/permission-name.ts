import type { PermissionsString } from 'discord.js';

/** Where Discord's settings call a permission otherwise than its API does. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CreateGuildExpressions: 'Create Expressions',
    CreateInstantInvite: 'Create Invite',
    ManageEmojisAndStickers: 'Manage Expressions',
    ManageGuild: 'Manage Server',
    ManageGuildExpressions: 'Manage Expressions',
    MentionEveryone: 'Mention @everyone, @here and All Roles',
    ModerateMembers: 'Time out members',
    SendPolls: 'Create Polls',
    SendTTSMessages: 'Send Text-to-Speech Messages',
    Stream: 'Video',
    UseEmbeddedActivities: 'Use Activities',
    UseExternalEmojis: 'Use External Emoji',
    UseVAD: 'Use Voice Activity',
    ViewGuildInsights: 'View Server Insights',
  } satisfies Partial<Record<PermissionsString, string>>),
);

/**
 * A Discord permission as people find it in the settings of their server.
 *
 * @param permission as Discord's API and discord.js call it (Topics › Permissions); anything else comes back in words
 * @example
 * permissionName('ManageGuild'); // Manage Server
 */
export function permissionName(permission: string): string {
  return OTHER_NAMES.get(permission) ?? permission.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
}
