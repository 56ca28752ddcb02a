import { defineReversal, type PluginReversals, type ReversalRun, UserError } from '@twi/sdk';
import { z } from 'zod';
import { cannotSwitchBack } from '../errors.ts';
import type { PluginView } from '../plugin-view.ts';
import { enumerate } from '../words.ts';

/** The plugins that were switched, in that order. */
const data = z.object({ plugins: z.array(z.string()) });

type Run = ReversalRun<z.output<typeof data>>;

/** How switching plugins on and off is taken back. */
export const pluginReversals: PluginReversals = {
  'core.plugin-enable': defineReversal({
    data,
    node: 'core.plugins',
    undo: (run) => switchOff(run),
    redo: (run) => switchOn(run),
  }),
  'core.plugin-disable': defineReversal({
    data,
    node: 'core.plugins',
    undo: (run) => switchOn(run),
    redo: (run) => switchOff(run),
  }),
};

async function switchOn(run: Run): Promise<string> {
  const { plugins } = run.container.core;
  const { guild, member } = run;
  const wanted = run.data.plugins.map((id) => plugins.get(guild.id, id));
  const off = wanted.filter(({ state }) => state === 'off' || state === 'not-running');
  if (off.length === 0) throw new UserError(cannotSwitchBack(`${names(wanted)} is on already`));
  for (const { id } of off) await plugins.enable({ guildId: guild.id, pluginId: id, byUserId: member.id });
  return `${names(off)} is on again.`;
}

async function switchOff(run: Run): Promise<string> {
  const { plugins } = run.container.core;
  const { guild, member } = run;
  const wanted = run.data.plugins.map((id) => plugins.get(guild.id, id));
  const on = wanted.filter(({ state }) => state === 'on' || state === 'paused');
  if (on.length === 0) throw new UserError(cannotSwitchBack(`${names(wanted)} is off already`));
  const dependants = on
    .flatMap(({ id }) => plugins.disabledWith(guild.id, id))
    .filter(({ id }) => !on.some((one) => one.id === id));
  if (dependants.length > 0)
    throw new UserError(cannotSwitchBack(`${names(dependants)}, switched on since, needs ${names(on)}`));
  for (const { id } of on) await plugins.disable({ guildId: guild.id, pluginId: id, byUserId: member.id });
  return `${names(on)} is off again.`;
}

const names = (plugins: readonly PluginView[]): string =>
  enumerate(plugins.map(({ title }) => `**${title}**`));
