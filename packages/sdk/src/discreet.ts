import type {} from '@sapphire/framework';

declare module '@sapphire/framework' {
  interface CommandOptions {
    /** The host's records (uses of commands, errors, logs) do not say who used it. What you store yourself is yours to keep from names. */
    discreet?: boolean;
  }

  interface InteractionHandlerOptions {
    /** The host's records (errors, logs) do not say who used it. What you store yourself is yours to keep from names. */
    discreet?: boolean;
  }
}
