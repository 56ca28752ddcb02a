import { AuditLogEvent } from 'discord-api-types/v10';
import type { APIAutoModerationRule, AutoModerationRuleTriggerType } from 'discord-api-types/v10';
import { invalidFormBody } from '../rules/discord-error.ts';
import type { GuildRecord } from '../state/guild.ts';
import type { World } from '../state/world.ts';
import { changesBetween, writeAuditLog } from './audit-log.ts';
import type { Actor } from './audit-log.ts';

/** How many rules of a kind a guild has; of all others there is one. */
const MAXIMUM_RULES: Partial<Record<AutoModerationRuleTriggerType, number>> = { 1: 6 };

/** A rule as REST takes it. */
export type RuleInput = Omit<APIAutoModerationRule, 'id' | 'guild_id' | 'creator_id'>;

/** Creates a rule. @throws DiscordError 50035 where the guild has as many of the kind as it may */
export function createRule(
  world: World,
  guild: GuildRecord,
  actor: Actor,
  input: Partial<RuleInput> & Pick<RuleInput, 'name' | 'event_type' | 'trigger_type' | 'actions'>,
): APIAutoModerationRule {
  const rules = (guild.autoModeration ??= new Map());
  const maximum = MAXIMUM_RULES[input.trigger_type] ?? 1;
  const ofKind = [...rules.values()].filter((rule) => rule.trigger_type === input.trigger_type);
  if (ofKind.length >= maximum) {
    throw invalidFormBody([
      {
        path: ['trigger_type'],
        code: 'AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED',
        message: `Maximum number of rules of this type reached (${maximum}).`,
      },
    ]);
  }
  const rule: APIAutoModerationRule = {
    id: world.ids.next(),
    guild_id: guild.id,
    creator_id: actor.userId,
    name: input.name,
    event_type: input.event_type,
    trigger_type: input.trigger_type,
    trigger_metadata: input.trigger_metadata ?? {},
    actions: input.actions,
    enabled: input.enabled ?? false,
    exempt_roles: input.exempt_roles ?? [],
    exempt_channels: input.exempt_channels ?? [],
  };
  rules.set(rule.id, rule);
  world.emit('AUTO_MODERATION_RULE_CREATE', rule, guild.id);
  const changes = changesBetween({}, { name: rule.name, trigger_type: rule.trigger_type });
  const type = AuditLogEvent.AutoModerationRuleCreate;
  writeAuditLog(world, guild, actor, { type, targetId: rule.id, changes });
  return rule;
}

/** Changes a rule; what triggers it stays what it was. */
export function editRule(
  world: World,
  guild: GuildRecord,
  actor: Actor,
  { rule, input }: { rule: APIAutoModerationRule; input: Partial<RuleInput> },
): APIAutoModerationRule {
  const given = Object.fromEntries(
    Object.entries(input).filter(
      ([key, value]) => key in rule && key !== 'trigger_type' && value !== undefined,
    ),
  );
  const edited: APIAutoModerationRule = { ...rule, ...given };
  guild.autoModeration?.set(rule.id, edited);
  world.emit('AUTO_MODERATION_RULE_UPDATE', edited, guild.id);
  const changes = changesBetween({ ...rule }, { ...edited });
  const type = AuditLogEvent.AutoModerationRuleUpdate;
  writeAuditLog(world, guild, actor, { type, targetId: rule.id, changes });
  return edited;
}

/** Deletes a rule. */
export function deleteRule(
  world: World,
  guild: GuildRecord,
  actor: Actor,
  rule: APIAutoModerationRule,
): void {
  guild.autoModeration?.delete(rule.id);
  world.emit('AUTO_MODERATION_RULE_DELETE', rule, guild.id);
  const changes = [{ key: 'name', old: rule.name }];
  const type = AuditLogEvent.AutoModerationRuleDelete;
  writeAuditLog(world, guild, actor, { type, targetId: rule.id, changes });
}
