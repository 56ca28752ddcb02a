import * as spec from 'discord-api-spec/zod';
import * as z from 'zod/mini';

type Schema = z.ZodMiniType;

const MEDIA_CHANNEL = 16;

// Bodies that the description holds without a name, so that the package does not export them.
const snowflakes = z.array(z.nullable(spec.SnowflakeTypeSchema));
const emojiName = z.string().check(z.minLength(2), z.maxLength(32));
const webhookName = z.string().check(z.minLength(1), z.maxLength(80));
const templateName = z.string().check(z.minLength(1), z.maxLength(100));
const templateDescription = z.nullish(z.string().check(z.maxLength(120)));
const topic = z.string().check(z.minLength(1), z.maxLength(120));
const nick = z.nullish(z.string().check(z.maxLength(32)));
const position = z.nullish(z.int32().check(z.minimum(0)));
const snowflake = z.nullish(spec.SnowflakeTypeSchema);
const flag = z.nullish(z.boolean());

const commandList = z.nullable(z.array(spec.ApplicationCommandUpdateRequestSchema));
const commandPermissions = z.object({
  permissions: z.nullish(z.array(spec.ApplicationCommandPermissionSchema).check(z.maxLength(100))),
});
const refreshUrls = z.object({
  attachment_urls: z.array(z.string()).check(z.minLength(1), z.maxLength(50)),
});
const bulkDelete = z.object({
  messages: z.array(spec.SnowflakeTypeSchema).check(z.minLength(2), z.maxLength(100)),
});
const member = z.object({
  nick,
  roles: z.nullish(snowflakes.check(z.maxLength(350))),
  mute: flag,
  deaf: flag,
  channel_id: snowflake,
  communication_disabled_until: z.nullish(z.string().check(z.iso.datetime())),
  flags: z.nullish(z.number()),
});
const ownMember = z.object({
  nick,
  avatar: z.nullish(z.string()),
  banner: z.nullish(z.string()),
  bio: z.nullish(z.string().check(z.maxLength(190))),
});
const permissionOverwrite = z.object({
  type: z.nullish(spec.ChannelPermissionOverwritesSchema),
  allow: z.nullish(z.number()),
  deny: z.nullish(z.number()),
});
const channelPositions = z.array(
  z.object({ id: snowflake, position, parent_id: snowflake, lock_permissions: flag }),
);
// The description forgets media channels.
const guildChannelType = z.nullish(z.literal([0, 2, 4, 5, 13, 14, 15, MEDIA_CHANNEL]));
const channelCreate = z.extend(spec.CreateGuildChannelRequestSchema, { type: guildChannelType });

/** Bodies of the description, by method and route. Routes without a body, and those for games and partners, are left out. */
export const REQUEST_SCHEMAS: Readonly<Record<string, Schema>> = {
  'PATCH /applications/@me': spec.ApplicationFormPartialSchema,
  'PATCH /applications/{application_id}': spec.ApplicationFormPartialSchema,
  'POST /applications/{application_id}/emojis': z.object({ name: emojiName, image: z.string() }),
  'PATCH /applications/{application_id}/emojis/{emoji_id}': z.object({ name: z.optional(emojiName) }),

  'POST /applications/{application_id}/entitlements': spec.CreateEntitlementRequestDataSchema,
  'PUT /applications/{application_id}/role-connections/metadata': z.nullable(
    z.array(spec.ApplicationRoleConnectionsMetadataItemRequestSchema).check(z.maxLength(5)),
  ),

  'PUT /applications/{application_id}/commands': commandList,
  'POST /applications/{application_id}/commands': spec.ApplicationCommandCreateRequestSchema,
  'PATCH /applications/{application_id}/commands/{command_id}':
    spec.ApplicationCommandPatchRequestPartialSchema,
  'PUT /applications/{application_id}/guilds/{guild_id}/commands': commandList,
  'POST /applications/{application_id}/guilds/{guild_id}/commands':
    spec.ApplicationCommandCreateRequestSchema,
  'PATCH /applications/{application_id}/guilds/{guild_id}/commands/{command_id}':
    spec.ApplicationCommandPatchRequestPartialSchema,
  'PUT /applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions':
    commandPermissions,

  'POST /attachments/refresh-urls': refreshUrls,

  'POST /channels/{channel_id}/followers': z.object({ webhook_channel_id: spec.SnowflakeTypeSchema }),
  'POST /channels/{channel_id}/invites': spec.CreateGuildInviteRequestSchema,
  'PUT /channels/{channel_id}/permissions/{overwrite_id}': permissionOverwrite,
  'PUT /channels/{channel_id}/voice-status': z.object({
    status: z.nullish(z.string().check(z.maxLength(500))),
  }),
  'POST /channels/{channel_id}/send-soundboard-sound': spec.SoundboardSoundSendRequestSchema,
  'POST /channels/{channel_id}/webhooks': z.object({ name: webhookName, avatar: z.nullish(z.string()) }),
  'POST /channels/{channel_id}/messages': spec.MessageCreateRequestSchema,
  'PATCH /channels/{channel_id}/messages/{message_id}': spec.MessageEditRequestPartialSchema,
  'POST /channels/{channel_id}/messages/bulk-delete': bulkDelete,
  'POST /channels/{channel_id}/messages/{message_id}/threads': spec.CreateTextThreadWithMessageRequestSchema,

  'PATCH /guilds/{guild_id}': spec.GuildPatchRequestPartialSchema,
  'PATCH /guilds/{guild_id}/auto-moderation/rules/{rule_id}': z.union([
    spec.KeywordUpsertRequestPartialSchema,
    spec.MLSpamUpsertRequestPartialSchema,
    spec.DefaultKeywordListUpsertRequestPartialSchema,
    spec.MentionSpamUpsertRequestPartialSchema,
    spec.UserProfileUpsertRequestPartialSchema,
  ]),
  'POST /guilds/{guild_id}/auto-moderation/rules': z.union([
    spec.KeywordUpsertRequestSchema,
    spec.MLSpamUpsertRequestSchema,
    spec.DefaultKeywordListUpsertRequestSchema,
    spec.MentionSpamUpsertRequestSchema,
    spec.UserProfileUpsertRequestSchema,
  ]),
  'PUT /guilds/{guild_id}/bans/{user_id}': spec.BanUserFromGuildRequestSchema,
  'POST /guilds/{guild_id}/bulk-ban': spec.BulkBanUsersRequestSchema,
  'POST /guilds/{guild_id}/channels': channelCreate,
  'PATCH /guilds/{guild_id}/channels': channelPositions,
  'POST /guilds/{guild_id}/emojis': z.object({
    name: emojiName,
    image: z.string(),
    roles: z.nullish(snowflakes),
  }),
  'PATCH /guilds/{guild_id}/emojis/{emoji_id}': z.object({
    name: z.optional(emojiName),
    roles: z.nullish(snowflakes),
  }),
  'PATCH /guilds/{guild_id}/members/@me': ownMember,
  'PUT /guilds/{guild_id}/members/{user_id}': spec.BotAddGuildMemberRequestSchema,
  'PATCH /guilds/{guild_id}/members/{user_id}': member,
  'PUT /guilds/{guild_id}/incident-actions': spec.GuildIncidentActionsRequestSchema,
  'PUT /guilds/{guild_id}/onboarding': spec.UpdateGuildOnboardingRequestSchema,
  'POST /guilds/{guild_id}/prune': spec.PruneGuildRequestSchema,
  'POST /guilds/{guild_id}/roles': spec.CreateRoleRequestSchema,
  'PATCH /guilds/{guild_id}/roles': z.array(spec.UpdateRolePositionsRequestSchema),
  'PATCH /guilds/{guild_id}/roles/{role_id}': spec.UpdateRoleRequestPartialSchema,
  'POST /guilds/{guild_id}/scheduled-events': z.union([
    spec.ExternalScheduledEventCreateRequestSchema,
    spec.StageScheduledEventCreateRequestSchema,
    spec.VoiceScheduledEventCreateRequestSchema,
  ]),
  'PATCH /guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}': z.union([
    spec.ExternalScheduledEventPatchRequestPartialSchema,
    spec.StageScheduledEventPatchRequestPartialSchema,
    spec.VoiceScheduledEventPatchRequestPartialSchema,
  ]),
  'POST /guilds/{guild_id}/soundboard-sounds': spec.SoundboardCreateRequestSchema,
  'PATCH /guilds/{guild_id}/soundboard-sounds/{sound_id}': spec.SoundboardPatchRequestPartialSchema,
  'POST /guilds/{guild_id}/templates': z.object({ name: templateName, description: templateDescription }),
  'PATCH /guilds/{guild_id}/templates/{code}': z.object({
    name: z.optional(templateName),
    description: templateDescription,
  }),
  'PATCH /guilds/{guild_id}/voice-states/@me': spec.UpdateSelfVoiceStateRequestPartialSchema,
  'PATCH /guilds/{guild_id}/voice-states/{user_id}': spec.UpdateVoiceStateRequestPartialSchema,
  'PATCH /guilds/{guild_id}/welcome-screen': spec.WelcomeScreenPatchRequestPartialSchema,
  'PATCH /guilds/{guild_id}/widget': z.object({ channel_id: snowflake, enabled: flag }),

  'POST /stage-instances': z.object({ topic, channel_id: spec.SnowflakeTypeSchema }),
  'PATCH /stage-instances/{channel_id}': z.object({ topic: z.optional(topic) }),

  // The description demands the username, Discord does not.
  'PATCH /users/@me': z.partial(spec.BotAccountPatchRequestSchema),
  'POST /users/@me/channels': spec.CreatePrivateChannelRequestSchema,

  'PATCH /webhooks/{webhook_id}': z.object({
    name: z.optional(webhookName),
    avatar: z.nullish(z.string()),
    channel_id: snowflake,
  }),
  'PATCH /webhooks/{webhook_id}/{webhook_token}': z.object({
    name: z.optional(webhookName),
    avatar: z.nullish(z.string()),
  }),
  'POST /webhooks/{webhook_id}/{webhook_token}': spec.IncomingWebhookRequestPartialSchema,
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}':
    spec.IncomingWebhookUpdateRequestPartialSchema,
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original':
    spec.IncomingWebhookUpdateRequestPartialSchema,
};

/** Bodies of an interaction's callback, by its `type`. */
export const CALLBACK_SCHEMAS: ReadonlyMap<number, Schema> = new Map<number, Schema>([
  [1, spec.PongInteractionCallbackRequestSchema],
  [4, spec.CreateMessageInteractionCallbackRequestSchema],
  [5, spec.CreateMessageInteractionCallbackRequestSchema],
  [6, spec.UpdateMessageInteractionCallbackRequestSchema],
  [7, spec.UpdateMessageInteractionCallbackRequestSchema],
  [8, spec.ApplicationCommandAutocompleteCallbackRequestSchema],
  [9, spec.ModalInteractionCallbackRequestSchema],
  [12, spec.LaunchActivityInteractionCallbackRequestSchema],
]);

/** Bodies of routes whose form follows from what is in them. */
export const CHANNEL_UPDATE = {
  guild: z.extend(spec.UpdateGuildChannelRequestPartialSchema, { type: guildChannelType }),
  thread: spec.UpdateThreadRequestPartialSchema,
} as const;

/** A thread of a text channel has no first message of its own, a post of a forum has one. */
export const THREAD_CREATE = {
  text: spec.CreateTextThreadWithoutMessageRequestSchema,
  forum: spec.CreateForumThreadRequestSchema,
} as const;
