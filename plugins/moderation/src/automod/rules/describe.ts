import { formatDuration } from '@twi/sdk';
import { channelMention, inlineCode, roleMention } from 'discord.js';
import { plain } from '../actions/marked.ts';
import type { AutomodAction } from './action.ts';
import type { Condition, Leaf } from './condition.ts';
import type { RuleDefinition } from './rule.ts';

const MOST_NAMED = 5;

/** A rule in plain words: `Messages with an invite to another server, except in #ads and by @Mod → delete, warn`. */
export function describeRule({
  condition,
  actions,
  exemptRoleIds,
  exemptChannelIds,
}: RuleDefinition): string {
  const spared = [
    ...(exemptChannelIds.length > 0 ? [`in ${exemptChannelIds.map(channelMention).join(', ')}`] : []),
    ...(exemptRoleIds.length > 0 ? [`by ${exemptRoleIds.map(roleMention).join(', ')}`] : []),
  ];
  const except = spared.length > 0 ? `, except ${spared.join(' and ')}` : '';
  return `Messages ${describeCondition(condition)}${except} → ${actions.map(describeAction).join(', ')}`;
}

function describeCondition(of: Condition): string {
  if ('type' in of) return describeLeaf(of);
  if ('not' in of) return `not ${grouped(of.not)}`;
  return 'all' in of ? of.all.map(grouped).join(' and ') : of.any.map(grouped).join(' or ');
}

function grouped(of: Condition): string {
  return 'all' in of || 'any' in of ? `(${describeCondition(of)})` : describeCondition(of);
}

function describeLeaf(leaf: Leaf): string {
  switch (leaf.type) {
    case 'words':
      return `with ${leaf.words.length === 1 ? 'the word' : 'a word of'} ${some(leaf.words)}${leaf.loose ? ' (also l33t and streeetched)' : ''}`;
    case 'regex':
      return `that match ${code(leaf.pattern)}`;
    case 'links':
      if (leaf.mode === 'any') return 'with a link';
      return leaf.mode === 'deny'
        ? `with a link to ${some(leaf.domains)}`
        : `with a link other than to ${some(leaf.domains)}`;
    case 'invites':
      return `with an invite to another server${leaf.allowed.length > 0 ? ` (${some(leaf.allowed)} are fine)` : ''}`;
    case 'mentions':
      return `with ${leaf.count} or more mentions${leaf.kind === 'any' ? '' : ` of ${leaf.kind}`}`;
    case 'caps':
      return `with ${leaf.percent} % capitals in ${leaf.letters} or more letters`;
    case 'emoji':
      return `with ${leaf.count} or more emoji`;
    case 'newlines':
      return `with ${leaf.count} or more line breaks`;
    case 'attachments':
      return `with ${leaf.count} or more files${leaf.kinds.length > 0 ? ` of the kinds ${some(leaf.kinds)}` : ''}`;
    case 'duplicates':
      return `written ${leaf.count} times in ${formatDuration(leaf.windowMs)}`;
    case 'rate':
      return `of who writes ${leaf.count} messages in ${formatDuration(leaf.windowMs)}`;
    case 'zalgo':
      return 'with zalgo';
    case 'new-account':
      return `of accounts younger than ${formatDuration(leaf.ageMs)}`;
    case 'new-member':
      return `of members of less than ${formatDuration(leaf.ageMs)}`;
    case 'role':
      return `by ${leaf.ids.map(roleMention).join(', ')}`;
    case 'channel':
      return `in ${leaf.ids.map(channelMention).join(', ')}`;
    case 'discord-automod':
      return `that Discord’s AutoMod caught${leaf.kinds.length > 0 ? ` (${leaf.kinds.join(', ')})` : ''}`;
  }
}

/** An action in plain words. */
export function describeAction(action: AutomodAction): string {
  switch (action.type) {
    case 'delete':
    case 'kick':
      return action.type;
    case 'warn':
      return action.points ? `warn (${action.points} points)` : 'warn';
    case 'timeout':
      return `time out for ${formatDuration(action.durationMs)}`;
    case 'ban':
      return action.durationMs ? `ban for ${formatDuration(action.durationMs)}` : 'ban';
    case 'role':
      return `give ${roleMention(action.roleId)}`;
    case 'reply':
      return `reply "${plain(action.text)}"`;
    case 'log':
      return action.channelId ? `log in ${channelMention(action.channelId)}` : 'log';
  }
}

function some(words: readonly string[]): string {
  const named = words.slice(0, MOST_NAMED).map(code).join(', ');
  return words.length > MOST_NAMED ? `${named} and ${words.length - MOST_NAMED} more` : named;
}

const code = (text: string): string => inlineCode(text.replaceAll('`', 'ˋ'));
