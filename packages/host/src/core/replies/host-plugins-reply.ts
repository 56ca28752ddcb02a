import { reply } from '@twi/sdk';
import type { PluginRecord } from '../../plugin-record.ts';
import { counted } from '../words.ts';

/** The plugins of this process, and why those that failed did. */
export function hostPluginsReply(records: readonly PluginRecord[]) {
  return reply.list(records.map(line), { title: 'Plugins of this process', empty: 'None.' });
}

/** What loading or reloading a plugin came to. */
export function loadedReply(record: PluginRecord, verb: 'loaded' | 'reloaded') {
  const { id, discovered, state, failure, commands } = record;
  if (state !== 'loaded')
    return reply.warning(`**${id}** could not be ${verb}. ${failure?.reason ?? ''}`.trim());
  if (failure)
    return reply.warning(
      `The new version of **${id}** could not be loaded, so the old one goes on. ${failure.reason}`,
    );
  const text = `**${id}** ${discovered.version} is ${verb}, with ${counted(commands.length, 'command')}.`;
  return reply.success(text);
}

function line({ id, discovered, state, failure, pieces }: PluginRecord): string {
  const what = state === 'loaded' ? counted(pieces.length, 'piece') : '';
  const why = failure ? `${failure.step}: ${failure.reason}` : '';
  return `**${id}** ${discovered.version} · ${[state, what, why].filter(Boolean).join(' · ')}`;
}
