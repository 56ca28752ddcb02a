import { UserError } from '@sapphire/framework';

/**
 * What a person did cannot be done, and they can mend it: the message is shown to them as it is.
 * Identifiers are `<plugin>.<kebab-case>`.
 */
export { UserError };

/** Another service failed or answered in a shape that we do not know. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  /** What people call the service, for example `AO3`. */
  readonly service: string;

  constructor(service: string, message: string, options?: ErrorOptions) {
    super(`${service}: ${message}`, options);
    this.service = service;
  }
}

/** Something that an operator or a server owner has to set up first; `message` tells what, and who can. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}
