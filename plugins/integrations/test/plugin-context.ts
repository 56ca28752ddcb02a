import { container } from '@sapphire/pieces';
import { contextOf } from '@twi/sdk';
import type { IntegrationsContext } from '../src/context.ts';

/** The context that the running bot gave to the plugin. */
export function pluginContext(): IntegrationsContext {
  const piece = container.stores.get('commands').get('ao3');
  if (!piece) throw new Error('The plugin is not loaded.');
  return contextOf(piece) as unknown as IntegrationsContext; // -- the piece is of this plugin
}
