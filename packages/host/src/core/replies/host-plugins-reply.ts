import { clip, reply } from '@twi/sdk';
import type { PluginRecord } from '../../plugin-record.ts';
import { componentIds } from '../component-ids.ts';
import { pageFrom } from '../paging.ts';
import { counted } from '../words.ts';

const PAGE_SIZE = 10;
/** Ten reasons of this length and their plugins fit into an embed. */
const MAX_REASON = 300;

/** A page of the plugins of this process, with why those that failed did. */
export function hostPluginsReply(records: readonly PluginRecord[], from?: string) {
  const { items, previous, next } = pageFrom(records, { keyOf: ({ id }) => id, size: PAGE_SIZE, from });
  return reply.list(items.map(line), {
    title: 'Plugins of this process',
    empty: 'None.',
    ...(previous !== undefined && { previous: componentIds.hostPluginsPage(previous) }),
    ...(next !== undefined && { next: componentIds.hostPluginsPage(next) }),
  });
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
  const why = failure ? shorten(`${failure.step}: ${failure.reason}`) : '';
  return `**${id}** ${discovered.version} · ${[state, what, why].filter(Boolean).join(' · ')}`;
}

function shorten(text: string): string {
  return clip(text, MAX_REASON);
}
