import type { Plugin } from '@twi/sdk';
import { GatewayIntentBits, type IntentsBitField } from 'discord.js';
import { PluginLoadError } from './load-error.ts';

/** @throws {PluginLoadError} when the client was built without an intent that the plugin needs. */
export function checkIntents(plugin: Plugin, available: Readonly<IntentsBitField>): void {
  const missing = (plugin.intents ?? []).filter((intent) => !available.has(intent));
  if (missing.length > 0)
    throw new PluginLoadError(
      'manifest',
      `The plugin "${plugin.id}" needs the gateway intents ${missing.map((intent) => GatewayIntentBits[intent]).join(', ')}, which this process did not ask for when it connected; restart it.`,
    );
}
