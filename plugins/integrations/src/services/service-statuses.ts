import type { CredentialEntry } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { IntegrationsContext } from '../context.ts';
import type { DailyUses } from '../openai/daily-uses.ts';
import type { Quota, Quotas } from './quotas.ts';
import { SERVICE_IDS, type ServiceId } from './service.ts';

/** Whose credentials a service is asked with, and what is left to them. */
export interface ServiceStatus {
  readonly service: ServiceId;
  /** What the guild entered itself. */
  readonly own: CredentialEntry | undefined;
  /** Whether the operator of the bot entered something for everybody. */
  readonly hasBotOwn: boolean;
  /** What the service said last, as far as it says anything. */
  readonly quotas: readonly Quota[];
}

interface Parts {
  readonly quotas: Quotas;
  readonly uses: DailyUses;
}

/** How services stand. */
export class ServiceStatuses {
  readonly #credentials: IntegrationsContext['credentials'];
  readonly #quotas: Quotas;
  readonly #uses: DailyUses;

  constructor({ credentials }: Pick<IntegrationsContext, 'credentials'>, { quotas, uses }: Parts) {
    this.#credentials = credentials;
    this.#quotas = quotas;
    this.#uses = uses;
  }

  /** How each service stands in a guild. */
  async of(guildId: Snowflake): Promise<readonly ServiceStatus[]> {
    const entered = await this.#credentials.list(guildId);
    return Promise.all(
      SERVICE_IDS.map(async (service) => {
        const own = entered.find((each) => each.service === service);
        const botOwn = await this.#credentials.get(service);
        const secret = own ? await this.#credentials.get(service, guildId) : botOwn;
        const told = secret === undefined ? [] : this.#quotas.of(service, secret);
        const today = service === 'openai' && secret !== undefined ? [await this.#uses.quotaOf(guildId)] : [];
        return { service, own, hasBotOwn: botOwn !== undefined, quotas: [...today, ...told] };
      }),
    );
  }
}
