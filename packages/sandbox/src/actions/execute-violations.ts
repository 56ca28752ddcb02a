import {
  AuditLogEvent,
  AutoModerationActionType as ActionType,
  EmbedType,
  MessageType,
} from 'discord-api-types/v10';
import type { APIAutoModerationAction, APIEmbed } from 'discord-api-types/v10';
import type { GuildRecord } from '../state/guild.ts';
import { memberOf } from '../state/standing.ts';
import type { World } from '../state/world.ts';
import { writeAuditLog } from './audit-log.ts';
import { editMember } from './members.ts';
import { createMessage } from './messages.ts';
import type { Utterance, Violation } from './moderate-content.ts';

const AUDIT_EVENTS: Readonly<Partial<Record<ActionType, AuditLogEvent>>> = {
  [ActionType.BlockMessage]: AuditLogEvent.AutoModerationBlockMessage,
  [ActionType.SendAlertMessage]: AuditLogEvent.AutoModerationFlagToChannel,
  [ActionType.Timeout]: AuditLogEvent.AutoModerationUserCommunicationDisabled,
};

/** What was said; a message that was blocked has no id. */
type Said = Utterance & { readonly messageId?: string };

/** Carries out the actions of broken rules and tells the bot of each. */
export function executeViolations(world: World, said: Said, violations: readonly Violation[]): void {
  const guild = world.guildOf(said.channel);
  if (!guild) return;
  for (const violation of violations) {
    for (const action of violation.rule.actions) {
      const alertId = carryOut(world, guild, { said, violation, action });
      announce(world, guild, { said, violation, action, alertId });
    }
  }
}

interface Execution {
  readonly said: Said;
  readonly violation: Violation;
  readonly action: APIAutoModerationAction;
}

/** @returns the id of the alert, if one was sent */
function carryOut(world: World, guild: GuildRecord, execution: Execution): string | undefined {
  const { said, violation, action } = execution;
  const type = AUDIT_EVENTS[action.type];
  if (type !== undefined) {
    writeAuditLog(
      world,
      guild,
      { userId: said.userId },
      {
        type,
        targetId: said.userId,
        options: {
          auto_moderation_rule_name: violation.rule.name,
          auto_moderation_rule_trigger_type: String(violation.rule.trigger_type),
          channel_id: said.channel.id,
        },
      },
    );
  }
  if (action.type === ActionType.Timeout) {
    const timeoutUntil = Date.now() + (action.metadata?.duration_seconds ?? 0) * 1_000;
    const member = memberOf(guild, said.userId);
    editMember(world, guild, undefined, { member, changes: { timeoutUntil } });
  }
  const alertChannel = world.state.channels.get(action.metadata?.channel_id ?? '');
  if (action.type !== ActionType.SendAlertMessage || !alertChannel) return undefined;
  const alert = createMessage(world, {
    channel: alertChannel,
    author: world.user(said.userId),
    type: MessageType.AutoModerationAction,
    body: {},
    systemEmbeds: [alertEmbed(execution)],
  });
  return alert.message.id;
}

function alertEmbed({ said, violation }: Execution): APIEmbed {
  const fields = {
    rule_name: violation.rule.name,
    channel_id: said.channel.id,
    keyword: violation.match?.keyword ?? '',
    keyword_matched_content: violation.match?.matched ?? '',
    ...(said.messageId !== undefined && { flagged_message_id: said.messageId }),
  };
  return {
    type: EmbedType.AutoModerationMessage,
    description: said.content,
    fields: Object.entries(fields).map(([name, value]) => ({ name, value, inline: false })),
  };
}

function announce(
  world: World,
  guild: GuildRecord,
  { said, violation, action, alertId }: Execution & { alertId: string | undefined },
): void {
  const data = {
    guild_id: guild.id,
    action,
    rule_id: violation.rule.id,
    rule_trigger_type: violation.rule.trigger_type,
    user_id: said.userId,
    channel_id: said.channel.id,
    ...(said.messageId !== undefined && { message_id: said.messageId }),
    ...(alertId !== undefined && { alert_system_message_id: alertId }),
    content: said.content,
    matched_keyword: violation.match?.keyword ?? null,
    matched_content: violation.match?.matched ?? null,
  };
  world.emit('AUTO_MODERATION_ACTION_EXECUTION', data, guild.id);
}
