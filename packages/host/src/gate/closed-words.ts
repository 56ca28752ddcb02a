import type { UserError } from '@twi/sdk';
import type { PluginRecord } from '../plugin-record.ts';
import type { GateDecision } from './gate-decision.ts';

/** Why a gate is not open. */
type Closed = Exclude<GateDecision, 'open'>;

const REASONS = {
  disabled: 'which is switched off here',
  quarantined: 'which is paused after repeated errors; try again in a while',
  unloaded: 'which is not running at present',
} as const satisfies Record<Closed, string>;

export interface ClosedPlugin {
  readonly plugin: PluginRecord | undefined;
  readonly pluginId: string;
  readonly why: Closed;
}

/** What the person reads who used something of a plugin that is not open to them: `This button belongs to …`. */
export function closedWords(what: string, { plugin, pluginId, why }: ClosedPlugin): string {
  return `This ${what} belongs to **${plugin?.plugin?.title ?? pluginId}**, ${REASONS[why]}.`;
}

/** The refusal with those words. */
export function closedError(what: string, closed: ClosedPlugin): UserError.Options {
  return { identifier: `core.plugin-${closed.why}`, message: closedWords(what, closed) };
}
