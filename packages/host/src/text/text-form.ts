import type { ChatInputCommand, Command } from '@sapphire/framework';
import { container } from '@sapphire/pieces';
import { Subcommand } from '@sapphire/plugin-subcommands';
import { isAgeRestricted, UserError } from '@twi/sdk';
import {
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  InteractionContextType,
  Locale,
  type Message,
  PermissionsBitField,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { PluginCommand } from '../commands/plugin-command.ts';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import { commandNode, subcommandNodes } from '../permissions/command-node.ts';
import { parseOptions } from './parse-options.ts';
import { resolveOptions } from './resolve-options.ts';
import { textInteraction } from './text-interaction.ts';
import { type TextLeaf, textLeaves } from './text-leaf.ts';
import { missingDiscordPermissions, noSuchSubcommand, notAgeRestricted } from './text-refusals.ts';
import type { TypedText } from './typed-text.ts';
import { usageLine } from './usage.ts';

type Json = RESTPostAPIChatInputApplicationCommandsJSONBody;
type Run = (interaction: ChatInputCommandInteraction, context: ChatInputCommand.RunContext) => unknown;

/** Discord tells the language of people with interactions alone, and everybody in the channel reads the answer. */
async function localeOf({ guild }: Message): Promise<`${Locale}`> {
  return guild ? container.translations.localeOf(guild) : Locale.EnglishUS;
}

/** A slash command in the form of a message. Its options, its node and its handler are those of the slash command. */
export class TextForm {
  readonly #piece: Command;
  readonly #pluginId: string;
  readonly #json: Json;
  readonly #run: Run;
  readonly #leaves: readonly TextLeaf[];
  readonly #read = new WeakMap<Message, { leaf: TextLeaf; options: readonly CommandInteractionOption[] }>();

  constructor({ piece, json, plugin }: PluginCommand, run: Run) {
    this.#piece = piece;
    this.#pluginId = plugin;
    // Made of chat input commands alone.
    this.#json = json as Json; // -- see above
    this.#run = run;
    this.#leaves = textLeaves(this.#json, piece);
  }

  /** Whether Discord offers the slash command in direct messages. Those of plugins are the guilds' own. */
  get isForDirectMessages(): boolean {
    const { contexts } = this.#json;
    return (
      this.#pluginId === CORE_PLUGIN_ID && (!contexts || contexts.includes(InteractionContextType.BotDM))
    );
  }

  /** What was typed, without options: `case list`. */
  nameOf(parameters: string): string {
    return this.#find(parameters)?.leaf.path.join(' ') ?? this.#json.name;
  }

  /** The node that guards what was typed. */
  nodeOf(parameters: string): string | undefined {
    const key = this.#find(parameters)?.leaf.key;
    if (key === undefined || !(this.#piece instanceof Subcommand)) return commandNode(this.#piece);
    return subcommandNodes(this.#piece).get(key) ?? commandNode(this.#piece);
  }

  /** How a subcommand, by Sapphire's key, or the command itself is typed; `undefined` when it cannot be. */
  usageOf(key: string | undefined, prefix: string): string | undefined {
    const leaf = this.#leaves.find((candidate) => candidate.key === key);
    return leaf && usageLine(leaf, prefix);
  }

  /**
   * Checks what Discord checks before it sends a slash command, and keeps the options for {@link run}.
   *
   * @throws {UserError} that tells what is wrong with them.
   */
  async read(message: Message, { parameters, prefix }: TypedText): Promise<void> {
    this.#assertPermissions(message);
    if (this.#json.nsfw && message.inGuild() && !isAgeRestricted(message.channel))
      throw new UserError(notAgeRestricted(this.#json.name));
    const found = this.#find(parameters);
    if (!found) throw new UserError(noSuchSubcommand(`${prefix}${this.#json.name}`, this.#subcommands()));
    const { leaf, source } = found;
    const attachmentIds = [...message.attachments.keys()];
    const values = parseOptions({ leaf, source, prefix, attachmentIds });
    const options = await resolveOptions(message, { leaf, values, usage: usageLine(leaf, prefix) });
    this.#read.set(message, { leaf, options });
  }

  /** Runs the handler of the slash command for a message that was {@link read}. */
  async run(message: Message): Promise<void> {
    const read = this.#read.get(message);
    if (!read) throw new TypeError(`The message of "${this.#json.name}" was not read before it ran.`);
    const member = message.inGuild() ? await message.guild.members.fetch(message.author) : null;
    const interaction = textInteraction({ ...read, message, member, locale: await localeOf(message) });
    await this.#run(interaction, { commandName: this.#json.name, commandId: message.id });
  }

  #find(parameters: string): { readonly leaf: TextLeaf; readonly source: string } | undefined {
    for (const leaf of this.#leaves) {
      const words = leaf.path.slice(1);
      const typed = new RegExp(`^${words.map((word) => `${RegExp.escape(word)}(?:\\s+|$)`).join('')}`, 'iu');
      const match = typed.exec(parameters);
      if (match) return { leaf, source: parameters.slice(match[0].length) };
    }
    return undefined;
  }

  #subcommands(): string[] {
    return this.#leaves.map(({ path }) => path.slice(1).join(' '));
  }

  /** Where no node guards a command, its author may have named Discord's permissions. */
  #assertPermissions(message: Message): void {
    const needed = this.#json.default_member_permissions;
    if (!needed || !message.inGuild() || commandNode(this.#piece) !== undefined) return;
    const { member, channel } = message;
    const held = member ? channel.permissionsFor(member) : new PermissionsBitField();
    if (!held.has(BigInt(needed))) throw new UserError(missingDiscordPermissions());
  }
}
