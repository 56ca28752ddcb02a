import { type PlainReply, reply } from '@twi/sdk';
import { ActionRowBuilder, type ButtonBuilder, type Guild } from 'discord.js';
import type { SyncOutcome } from '../../commands/command-reconciler.ts';
import { describeSlots } from '../../commands/command-slots.ts';
import { componentIds } from '../component-ids.ts';
import type { ToggleResult } from '../guild-plugins.ts';
import type { PluginView } from '../plugin-view.ts';
import { pluginProblems } from '../plugin-problems.ts';
import { enumerate } from '../words.ts';
import { backButton } from './plugin-details-reply.ts';

const SYNC_WORDS = {
  updated: 'The commands of this server are up to date.',
  unchanged: '',
  postponed: 'Discord is busy at present; the commands follow by themselves.',
  refused:
    'Discord did not take the commands of this server. Invite me again with the scope `applications.commands`.',
} as const satisfies Record<SyncOutcome, string>;

const names = (plugins: readonly PluginView[]): string =>
  enumerate(plugins.map(({ title }) => `**${title}**`));

/** Says that a plugin was switched on, with what, and what it still lacks. */
export function enabledReply(result: ToggleResult, guild: Guild): PlainReply {
  const { plugin, others } = result;
  const problems = [plugin, ...others].flatMap(({ title, record }) =>
    (record.plugin ? pluginProblems(record.plugin, guild) : []).map((problem) => `**${title}**: ${problem}`),
  );
  const what = others.length > 0 ? `, and so ${are(others)} ${names(others)}, which it needs` : '';
  const text = [`**${plugin.title}** is on${what}.`, SYNC_WORDS[result.sync], ...problems];
  const answer = problems.length > 0 ? reply.warning : reply.success;
  return answer(text.filter(Boolean).join('\n'), frame(result));
}

/** Says that a plugin was switched off, and with what. */
export function disabledReply(result: ToggleResult): PlainReply {
  const { plugin, others } = result;
  const what = others.length > 0 ? `, and so ${are(others)} ${names(others)}` : '';
  const text = [`**${plugin.title}** is off${what}. What it has stored stays.`, SYNC_WORDS[result.sync]];
  return reply.success(text.filter(Boolean).join('\n'), frame(result));
}

/** Asks before others are switched on too. */
export function confirmEnableReply(plugin: PluginView, others: readonly PluginView[]) {
  return reply.confirmation(
    `**${plugin.title}** needs ${names(others)}, which ${are(others)} off here. Switch ${others.length > 1 ? 'all' : 'both'} on?`,
    {
      label: `Enable ${others.length > 1 ? 'all' : 'both'}`,
      confirmId: componentIds.pluginToggle('enable-all', plugin.id),
      cancelId: componentIds.dismiss(),
    },
  );
}

/** Asks before others are switched off too. */
export function confirmDisableReply(plugin: PluginView, others: readonly PluginView[]) {
  return reply.confirmation(
    `${names(others)} ${others.length > 1 ? 'need' : 'needs'} **${plugin.title}** and ${are(others)} switched off with it. Go on?`,
    {
      label: `Disable ${others.length > 1 ? 'all' : 'both'}`,
      confirmId: componentIds.pluginToggle('disable-all', plugin.id),
      cancelId: componentIds.dismiss(),
    },
  );
}

function are(plugins: readonly PluginView[]): string {
  return plugins.length > 1 ? 'are' : 'is';
}

function frame({ slots }: ToggleResult) {
  return {
    footer: `This server uses ${describeSlots(slots)}.`,
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(backButton())],
  };
}
