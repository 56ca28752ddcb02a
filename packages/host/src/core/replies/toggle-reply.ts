import { type PlainReply, reply, type Translator } from '@twi/sdk';
import { ActionRowBuilder, type ButtonBuilder, type Guild } from 'discord.js';
import { componentIds } from '../component-ids.ts';
import type { ToggleResult } from '../guild-plugins.ts';
import type { PluginView } from '../plugin-view.ts';
import { pluginProblems } from '../plugin-problems.ts';
import { enumerate } from '../words.ts';
import { backButton } from './plugin-details-reply.ts';
import { slotsFooter } from './slots-footer.ts';

/** Says that a plugin was switched on, with what, and what it still lacks. */
export function enabledReply(result: ToggleResult, guild: Guild, t: Translator): PlainReply {
  const { plugin, others } = result;
  const { title } = plugin;
  const problems = [plugin, ...others].flatMap((one) =>
    (one.record.plugin ? pluginProblems(one.record.plugin, guild) : []).map(
      (problem) => `**${one.title}**: ${problem}`,
    ),
  );
  const done =
    others.length > 0
      ? t('core:plugins.turned-on-with', { title, ...named(others, t) })
      : t('core:plugins.turned-on', { title });
  const answer = problems.length > 0 ? reply.warning : reply.success;
  return answer([done, ...syncWords(result, t), ...problems].join('\n'), frame(result, t));
}

/** Says that a plugin was switched off, and with what. */
export function disabledReply(result: ToggleResult, t: Translator): PlainReply {
  const { plugin, others } = result;
  const { title } = plugin;
  const done =
    others.length > 0
      ? t('core:plugins.turned-off-with', { title, ...named(others, t) })
      : t('core:plugins.turned-off', { title });
  return reply.success([done, ...syncWords(result, t)].join('\n'), frame(result, t));
}

/** Asks before others are switched on too. */
export function confirmEnableReply(plugin: PluginView, others: readonly PluginView[], t: Translator) {
  return reply.confirmation(t('core:plugins.ask-enable', { title: plugin.title, ...named(others, t) }), {
    label: t(others.length > 1 ? 'core:plugins.enable-all' : 'core:plugins.enable-both'),
    cancelLabel: t('core:buttons.cancel'),
    confirmId: componentIds.pluginToggle('enable-all', plugin.id),
    cancelId: componentIds.dismiss(),
  });
}

/** Asks before others are switched off too. */
export function confirmDisableReply(plugin: PluginView, others: readonly PluginView[], t: Translator) {
  return reply.confirmation(t('core:plugins.ask-disable', { title: plugin.title, ...named(others, t) }), {
    label: t(others.length > 1 ? 'core:plugins.disable-all' : 'core:plugins.disable-both'),
    cancelLabel: t('core:buttons.cancel'),
    confirmId: componentIds.pluginToggle('disable-all', plugin.id),
    cancelId: componentIds.dismiss(),
  });
}

function named(others: readonly PluginView[], t: Translator) {
  const titles = others.map(({ title }) => `**${title}**`);
  return { others: enumerate(titles, t.locale), count: others.length };
}

/** What became of the commands, where that is worth a word. */
function syncWords({ sync }: ToggleResult, t: Translator): string[] {
  return sync === 'unchanged' ? [] : [t(`core:plugins.sync-${sync}`)];
}

function frame({ slots }: ToggleResult, t: Translator) {
  return {
    footer: slotsFooter(slots, t),
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(backButton(t))],
  };
}
