import type { PluginReversals } from '@twi/sdk';

/** How what the plugin does is undone and repeated, by audited action. */
export const reversals: PluginReversals = {};
