export { definePlugin, isPlugin } from './plugin.ts';
export type { PieceClass, Plugin, PluginManifest, PluginPieces, ServiceOf } from './plugin.ts';
export { auditReason } from './audit-reason.ts';
export { MOST_CHOICES, MOST_OPTIONS } from './choice-limits.ts';
export {
  CHANNEL_OUTLINES,
  channelOutlines,
  holdsMessages,
  outlineOf,
  type ChannelOutline,
} from './channel-outlines.ts';
export { clip } from './clip.ts';
export { contextOf } from './context.ts';
export type {
  Audit,
  AuditEntry,
  CooldownKey,
  Cooldowns,
  GuildChoices,
  Jobs,
  Permissions,
  PluginContext,
  PluginServices,
  SendOptions,
  Services,
  Settings,
} from './context.ts';
export type { CredentialEntry, Credentials, NewCredential } from './credentials.ts';
export { customId, parseCustomId, type ParsedCustomId } from './custom-id.ts';
export { absentOn, isGone, isRefusalWith } from './discord-refusal.ts';
export { DURATION_FORMAT, formatDuration, parseDuration } from './duration.ts';
export { escaped } from './escaped.ts';
export { ConfigurationError, UpstreamError, UserError } from './errors.ts';
export { circuitBreaker, type BreakerOptions } from './http/circuit-breaker.ts';
export { AddressRefusedError, ResponseTooLargeError } from './http/errors.ts';
// A plugin with a copy of its own would not recognise what the host's client throws.
export { HTTPError, RequestError, TimeoutError } from 'got';
export type { RequestLimits } from './http/request-limits.ts';
export { requestsPerHost, type HostRate } from './http/requests-per-host.ts';
export { hierarchyProblem, type HierarchyProblem } from './hierarchy.ts';
export { isAgeRestricted } from './is-age-restricted.ts';
export { defineJob, type Job, type JobRun, type PluginJobs } from './job.ts';
export type {
  Catalogue,
  CommandTranslation,
  PluginCatalogues,
  PluginLocales,
  Translation,
} from './localisation/catalogue.ts';
export { phrase, refusal } from './localisation/phrase.ts';
export type { Phrase, TextKey, TextValues } from './localisation/text-key.ts';
export { translator, type Audience, type Translations, type Translator } from './localisation/translator.ts';
export { missingPermissions, ownMember } from './own-member.ts';
export { permissionName } from './permission-name.ts';
export type { PermissionNode } from './permission-node.ts';
export { quotable } from './quotable.ts';
export {
  reply,
  type ConfirmationReply,
  type EphemeralReply,
  type ListReply,
  type PlainReply,
  type Reply,
  type ReplyOptions,
} from './reply.ts';
export {
  type ChangeReversal,
  defineChangeReversal,
  defineReversal,
  type PluginReversals,
  type Reversal,
  type ReversalRun,
} from './reversal.ts';
export { defineRoute, type Route, type RouteRun } from './route.ts';
export { setting, type SettingType } from './settings/setting.ts';
export { SETTING_LIMITS } from './settings/setting-limits.ts';
export type { SettingKind } from './settings/setting-meta.ts';
export type { SettingsMigration } from './settings/settings-migration.ts';
export type { SettingsSchema } from './settings/settings-schema.ts';
export { snowflake } from './snowflake.ts';
export { STAFF_POWERS } from './staff-powers.ts';
// oxlint-disable-next-line import/no-unassigned-import -- it adds to the options of Sapphire's commands
import './discreet.ts';
// oxlint-disable-next-line import/no-unassigned-import -- it adds to the options of Sapphire's commands
import './text-form.ts';
