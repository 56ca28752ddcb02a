import type { APIAutoModerationRule } from 'discord-api-types/v10';
import { createRule, deleteRule, editRule } from '../actions/auto-moderation.ts';
import type { RuleInput } from '../actions/auto-moderation.ts';
import { DiscordError } from '../rules/discord-error.ts';
import { requireOf } from '../state/access.ts';
import type { GuildRecord } from '../state/guild.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

const RULES = '/guilds/{guild_id}/auto-moderation/rules';
const RULE = `${RULES}/{rule_id}`;

/** Rules of automatic moderation. Source: Discord's documentation, "Auto Moderation". */
export const autoModerationRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: RULES,
    handle: (request) => [...(manageable(request).autoModeration?.values() ?? [])],
  },
  { method: 'POST', template: RULES, handle: create },
  { method: 'GET', template: RULE, handle: (request) => ruleOf(request) },
  { method: 'PATCH', template: RULE, handle: edit },
  { method: 'DELETE', template: RULE, handle: remove },
];

function create(request: RestRequest): APIAutoModerationRule {
  return createRule(request.world, manageable(request), request.actor, request.json<RuleInput>());
}

function edit(request: RestRequest): APIAutoModerationRule {
  const change = { rule: ruleOf(request), input: request.json<Partial<RuleInput>>() };
  return editRule(request.world, manageable(request), request.actor, change);
}

function remove(request: RestRequest): void {
  deleteRule(request.world, manageable(request), request.actor, ruleOf(request));
}

function ruleOf(request: RestRequest): APIAutoModerationRule {
  const rule = manageable(request).autoModeration?.get(request.param('rule_id'));
  if (!rule) throw new DiscordError(404, 0, '404: Not Found');
  return rule;
}

function manageable(request: RestRequest): GuildRecord {
  const guild = request.world.guild(request.param('guild_id'));
  requireOf(guild, request.world.botId, 'ManageGuild');
  return guild;
}
