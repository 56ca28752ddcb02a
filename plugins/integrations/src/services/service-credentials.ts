import { UserError } from '@twi/sdk';
import type { GuildMember } from 'discord.js';
import type { IntegrationsContext } from '../context.ts';
import { badSecret } from '../errors.ts';
import { SERVICES, type ServiceId } from './service.ts';

const IRREVERSIBLE =
  'Credentials are not kept once they are replaced or removed. Enter them again with `/integrations credentials`.';

/** Secrets that the administrators of guilds enter; they are encrypted, and never shown again. */
export class ServiceCredentials {
  readonly #context: IntegrationsContext;

  constructor(context: IntegrationsContext) {
    this.#context = context;
  }

  /**
   * Stores what an administrator entered, instead of what was there.
   *
   * @param values one for each field of the service.
   * @throws {UserError} `integrations.bad-secret` where a value cannot be a key.
   * @throws {ConfigurationError} where the operator has set no key to encrypt it with.
   */
  async set(member: GuildMember, service: ServiceId, values: readonly string[]): Promise<void> {
    const { fields } = SERVICES[service];
    const trimmed = values.map((value) => value.trim());
    for (const [index, field] of fields.entries()) {
      const value = trimmed[index] ?? '';
      // All but the last are told apart by the colon.
      const isLast = index === fields.length - 1;
      if (!/^[\x21-\x7E]+$/.test(value) || (!isLast && value.includes(':')))
        throw new UserError(badSecret(field));
    }
    const { guild, id: userId } = member;
    await this.#context.credentials.set({ guildId: guild.id, service, secret: trimmed.join(':'), userId });
    await this.#record(member, 'credentials-set', service);
  }

  /** Removes what a guild entered. @returns whether there was something. */
  async remove(member: GuildMember, service: ServiceId): Promise<boolean> {
    const wasThere = await this.#context.credentials.remove(service, member.guild.id);
    if (wasThere) await this.#record(member, 'credentials-remove', service);
    return wasThere;
  }

  async #record({ guild, id }: GuildMember, what: string, service: ServiceId): Promise<void> {
    await this.#context.audit.record({
      guildId: guild.id,
      userId: id,
      action: `integrations.${what}`,
      target: service,
      irreversibleBecause: IRREVERSIBLE,
    });
  }
}
