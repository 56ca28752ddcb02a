import { ConfigurationError } from '@twi/sdk';
import { type Client, Events, GatewayCloseCodes } from 'discord.js';

const DISALLOWED_INTENTS: number = GatewayCloseCodes.DisallowedIntents;

/** Discord closed the connection because of a privileged intent that is not granted; connecting again would not help. */
export class DisallowedIntentsError extends ConfigurationError {
  constructor(options?: ErrorOptions) {
    super(
      'Discord closed the connection because the bot asks for a privileged intent that is not switched on for it. Switch on the intents that its plugins need in the Developer Portal (https://discord.com/developers/applications), under Bot › Privileged Gateway Intents, or start the bot again so that it finds out which it has.',
      options,
    );
  }
}

/** Calls back whenever Discord closes a connection for that reason. @returns what ends it. */
export function onDisallowedIntents(client: Client, callback: () => void): () => void {
  const listener = ({ code }: { readonly code: number }): void => {
    if (code === DISALLOWED_INTENTS) callback();
  };
  client.on(Events.ShardDisconnect, listener);
  return () => client.off(Events.ShardDisconnect, listener);
}
