import { ApplicationCommandRegistry } from '@sapphire/framework';
import type { PluginCommand } from './plugin-command.ts';

type Json = PluginCommand['json'];
type ChatInput = Parameters<ApplicationCommandRegistry['registerChatInputCommand']>;
type ContextMenu = Parameters<ApplicationCommandRegistry['registerContextMenuCommand']>;

/** Sapphire's registry as authors know it, which keeps what they register and sends nothing. */
export class CollectingRegistry extends ApplicationCommandRegistry {
  readonly #built: Json[] = [];

  /**
   * Sapphire knows builders by their class, and the class that discord.js exports is not the one that Sapphire imports
   * (one is CommonJS, the other ESM): a ready-made builder would lose its options and permissions.
   */
  override registerChatInputCommand(...[command, options]: ChatInput): this {
    if ('toJSON' in command) this.#built.push(command.toJSON());
    else super.registerChatInputCommand(command, options);
    return this;
  }

  override registerContextMenuCommand(...[command, options]: ContextMenu): this {
    if ('toJSON' in command) this.#built.push(command.toJSON());
    else super.registerContextMenuCommand(command, options);
    return this;
  }

  collected(): readonly Json[] {
    // Sapphire keeps its list private and offers no reader.
    const calls: readonly { readonly builtData: Json }[] = this['apiCalls'];
    return [...this.#built, ...calls.map(({ builtData }) => builtData)];
  }
}
