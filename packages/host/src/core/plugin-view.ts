import type { Translator } from '@twi/sdk';
import type { PluginRecord } from '../plugin-record.ts';

/** How a plugin fares in a guild, as its people see it. */
type PluginViewState = 'on' | 'off' | 'paused' | 'not-running';

/** A plugin as the people of a guild see it. */
export interface PluginView {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly state: PluginViewState;
  /** When a pause ends. */
  readonly pausedUntil?: Date | undefined;
  /** Why it is not running. */
  readonly reason?: string | undefined;
  readonly record: PluginRecord;
}

const MARKS = { on: '🟢', off: '⚪', paused: '🟠', 'not-running': '🔴' } as const satisfies Record<
  PluginViewState,
  string
>;

/** The state in words, with its coloured mark. */
export function stateWords({ state, pausedUntil }: PluginView, t: Translator): string {
  const mark = MARKS[state];
  if (state !== 'paused') return `${mark} ${t(`core:plugins.${state}`)}`;
  if (!pausedUntil) return `${mark} ${t('core:plugins.paused')}`;
  const when = `<t:${Math.ceil(pausedUntil.getTime() / 1_000)}:R>`;
  return `${mark} ${t('core:plugins.paused-until', { when })}`;
}
