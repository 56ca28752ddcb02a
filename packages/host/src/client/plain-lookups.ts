import { type APIInteraction, type Client, GatewayDispatchEvents } from 'discord.js';

/**
 * discord.js looks up the value of every option, a text's too, among the people, roles and channels that Discord sent
 * along. Where somebody typed `constructor`, it would find what all objects inherit, and keep that as a role of the guild.
 * So these collections inherit nothing.
 */
export function keepLookupsPlain(client: Client): void {
  client.ws.on(GatewayDispatchEvents.InteractionCreate, ({ data }: APIInteraction) => {
    if (!data || !('resolved' in data)) return;
    for (const entries of Object.values(data.resolved ?? {})) Object.setPrototypeOf(entries, null);
  });
}
