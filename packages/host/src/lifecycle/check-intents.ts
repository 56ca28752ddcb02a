import type { Plugin } from '@twi/sdk';
import { type ApplicationFlagsBitField, GatewayIntentBits, type IntentsBitField } from 'discord.js';
import { ungranted } from '../intents/privileged-intents.ts';
import { PluginLoadError } from './load-error.ts';

/** What the client asks Discord for, and what it is granted. */
export interface GatewaySight {
  readonly intents: Readonly<IntentsBitField>;
  /** Of the application; absent until the bot has logged in. */
  readonly flags: Readonly<ApplicationFlagsBitField> | undefined;
}

/**
 * @throws {PluginLoadError} when the client was built without an intent that the plugin needs. One that Discord does
 * not grant is no reason: the plugin runs with what it gets.
 */
export function checkIntents(plugin: Plugin, { intents, flags }: GatewaySight): void {
  const withheld = ungranted(flags?.bitfield ?? 0).map(({ intent }) => intent);
  const missing = (plugin.intents ?? []).filter(
    (intent) => !intents.has(intent) && !withheld.includes(intent),
  );
  if (missing.length > 0)
    throw new PluginLoadError(
      'manifest',
      `The plugin "${plugin.id}" needs the gateway intents ${missing.map((intent) => GatewayIntentBits[intent]).join(', ')}, which this process did not ask for when it connected; restart it.`,
    );
}
