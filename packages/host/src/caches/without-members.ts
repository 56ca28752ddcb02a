import { type Client, GatewayDispatchEvents, type GatewayGuildCreateDispatchData } from 'discord.js';

/**
 * Takes the members of small guilds out of what Discord sends when a guild becomes known, except for the bot and whoever is
 * in a voice channel. That is all that Discord itself sends to bots without the intent for presences (Gateway › Guild Create).
 */
export function leaveOutMembers(client: Client): void {
  client.ws.on(GatewayDispatchEvents.GuildCreate, (guild: GatewayGuildCreateDispatchData) => {
    // Of a guild with an outage, only the id is sent.
    if (guild.unavailable) return;
    const kept = new Set([client.user?.id, ...guild.voice_states.map(({ user_id }) => user_id)]);
    guild.members = guild.members.filter(({ user }) => kept.has(user.id));
  });
}
