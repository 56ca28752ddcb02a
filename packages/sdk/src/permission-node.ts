import type {} from '@sapphire/framework';
import type {} from '@sapphire/plugin-subcommands';
import type { PermissionsString } from 'discord.js';

/** A named permission that guards commands and can be granted or denied per guild. */
export interface PermissionNode {
  /** What holding it allows, for the person who grants it. */
  readonly description: string;
  /** The Discord permission whose holders have it unless the guild overrides it; absent: everyone. */
  readonly default?: PermissionsString;
}

declare module '@sapphire/framework' {
  interface CommandOptions {
    /** The permission node that guards the command (and those of its subcommands that name none). */
    node?: string;
    /** An example of use, shown by `/help`. */
    example?: string;
  }

  interface InteractionHandlerOptions {
    /**
     * The permission node that guards the component: that of its command, since whoever sees a button may click it.
     * `null` where everybody may, or where the handler asks by itself.
     */
    node?: string | null;
  }
}

declare module '@sapphire/plugin-subcommands' {
  interface SubcommandMappingMethod {
    /** The permission node that guards the subcommand. Discord itself ignores default permissions there. */
    node?: string;
  }
}
