import { GatewayIntentBits } from 'discord-api-types/v10';
import { withoutContent } from './without-content.ts';

/** Takes out of an event what a session lacks the intents for; the event itself when nothing is to be taken out. */
export function tailored(botId: string, event: string, data: object, intents: number): object {
  if (event === 'GUILD_CREATE') return withoutPresences(data, intents);
  return withoutContent(botId, event, data, intents);
}

function withoutPresences(data: object, intents: number): object {
  const isShown = (intents & GatewayIntentBits.GuildPresences) !== 0;
  const isEmpty = 'presences' in data && Array.isArray(data.presences) && data.presences.length === 0;
  return isShown || isEmpty ? data : { ...data, presences: [] };
}
