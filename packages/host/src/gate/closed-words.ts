import { phrase, refusal, type Phrase, type UserError } from '@twi/sdk';
import type { PluginRecord } from '../plugin-record.ts';
import type { GateDecision } from './gate-decision.ts';

/** What somebody used: `This button` is the text of its name. */
export type ClosedThing = 'action' | 'button' | 'command' | 'form' | 'menu';

export interface ClosedPlugin {
  readonly plugin: PluginRecord | undefined;
  readonly pluginId: string;
  /** Why the gate is not open. */
  readonly why: Exclude<GateDecision, 'open'>;
}

/** What the person reads who used something of a plugin that is not open to them: `This button belongs to …`. */
export function closedWords(thing: ClosedThing, closed: ClosedPlugin): Phrase {
  return phrase(`core:errors.plugin-${closed.why}`, values(thing, closed));
}

/** The refusal with those words. */
export function closedError(thing: ClosedThing, closed: ClosedPlugin): UserError.Options {
  return refusal(`core:errors.plugin-${closed.why}`, values(thing, closed));
}

function values(thing: ClosedThing, { plugin, pluginId }: ClosedPlugin) {
  return { what: phrase(`core:things.${thing}`), plugin: plugin?.plugin?.title ?? pluginId };
}
