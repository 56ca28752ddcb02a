import type { AuditLog } from '@twi/database';
import { type Plugin, type Reversal, UserError } from '@twi/sdk';
import { closedError } from '../gate/closed-words.ts';
import type { Gate } from '../gate/gate.ts';
import type { PluginRecord } from '../plugin-record.ts';
import { dataUnreadable, notReversible, pluginGone } from './history-refusals.ts';

export interface ReversalFinderParts {
  readonly plugins: { list(): readonly PluginRecord[] };
  readonly gate: Pick<Gate, 'decide'>;
}

/** How an entry is taken back and done again, with what it kept for that. */
export interface FoundReversal {
  readonly plugin: Plugin;
  readonly reversal: Reversal;
  readonly data: unknown;
}

/** Finds the plugins' reversals of audited actions. */
export class ReversalFinder {
  readonly #parts: ReversalFinderParts;

  constructor(parts: ReversalFinderParts) {
    this.#parts = parts;
  }

  /** @throws {UserError} that says why the entry can be neither undone nor repeated here and now. */
  find(entry: AuditLog): FoundReversal {
    if (entry.reversal === null) throw new UserError(notReversible(entry));
    const { plugin, record } = this.#pluginOf(entry);
    const reversal = plugin.reversals?.[entry.action];
    if (!reversal) throw new UserError(pluginGone(entry));
    const why = this.#parts.gate.decide(plugin.id, entry.guildId);
    if (why !== 'open')
      throw new UserError(closedError('action', { plugin: record, pluginId: plugin.id, why }));
    const { success, data } = reversal.data.safeParse(entry.reversal);
    if (!success) throw new UserError(dataUnreadable(entry, plugin.title));
    return { plugin, reversal, data };
  }

  /** The plugin that declares the action; one that is not running at present says so by the gate. */
  #pluginOf(entry: AuditLog): { readonly plugin: Plugin; readonly record: PluginRecord } {
    for (const record of this.#parts.plugins.list())
      if (record.plugin?.reversals?.[entry.action]) return { plugin: record.plugin, record };
    throw new UserError(pluginGone(entry));
  }
}
