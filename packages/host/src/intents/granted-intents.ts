import type { ILogger } from '@sapphire/framework';
import { type APIApplication, REST, Routes, type GatewayIntentBits } from 'discord.js';
import type { HostOptions } from '../options.ts';
import { toError } from '../errors/to-error.ts';
import { ungranted } from './privileged-intents.ts';

/** The start waits for the answer. */
const TIMEOUT_MS = 5_000;

/**
 * Asks Discord which privileged intents the application has, and leaves the others out of `intents`: asking for one of
 * those would close the connection. Where Discord does not answer, all are asked for.
 */
export async function grantedIntents(
  intents: readonly GatewayIntentBits[],
  { token, apiUrl, logger }: Pick<HostOptions, 'apiUrl' | 'token'> & { readonly logger: ILogger },
): Promise<readonly GatewayIntentBits[]> {
  const rest = new REST({ ...(apiUrl && { api: apiUrl }), timeout: TIMEOUT_MS, retries: 0 }).setToken(token);
  try {
    // -- what the endpoint is documented to answer
    const { flags } = (await rest.get(Routes.currentApplication())) as APIApplication;
    const withheld = ungranted(flags).map(({ intent }) => intent);
    return intents.filter((intent) => !withheld.includes(intent));
  } catch (error) {
    const { message } = toError(error);
    logger.warn(
      `Discord did not tell which privileged intents the bot has, so it asks for all it needs: ${message}`,
    );
    return intents;
  }
}
