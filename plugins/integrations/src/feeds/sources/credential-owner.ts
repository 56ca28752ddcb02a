import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { IntegrationsContext } from '../../context.ts';
import { notConfigured } from '../../errors.ts';
import type { ServiceId } from '../../services/service.ts';

type Credentials = Pick<IntegrationsContext, 'credentials'>;

/**
 * Whose credentials something is followed with: the guild's own, where it has some, so that what it pays for is read for
 * it alone; else the bot's, and then all guilds share what is read.
 *
 * @throws {UserError} `integrations.not-configured` where there are neither.
 */
export async function ownerOf(
  { credentials }: Credentials,
  service: ServiceId,
  guildId: Snowflake,
): Promise<Snowflake | undefined> {
  const own = await credentials.list(guildId);
  if (own.some((each) => each.service === service)) return guildId;
  if ((await credentials.get(service)) === undefined) throw new UserError(notConfigured(service));
  return undefined;
}

/** The secret that a target is read with. @throws {UserError} `integrations.not-configured` */
export async function secretFor(
  { credentials }: Credentials,
  service: ServiceId,
  credentialGuildId: Snowflake | undefined,
): Promise<string> {
  const secret = await (credentialGuildId === undefined
    ? credentials.get(service)
    : credentials.get(service, credentialGuildId));
  if (secret === undefined) throw new UserError(notConfigured(service));
  return secret;
}
