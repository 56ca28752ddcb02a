import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { IntegrationsContext } from '../context.ts';
import { notConfigured } from '../errors.ts';
import type { ServiceId } from './service.ts';

/**
 * The secret with which a service is asked for a guild: its own, else the bot's.
 *
 * @throws {UserError} `integrations.not-configured`, which says who can enter one.
 */
export async function secretOf(
  { credentials }: Pick<IntegrationsContext, 'credentials'>,
  service: ServiceId,
  guildId: Snowflake,
): Promise<string> {
  const secret = await credentials.get(service, guildId);
  if (secret === undefined) throw new UserError(notConfigured(service));
  return secret;
}
