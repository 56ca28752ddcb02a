import { ApplicationCommandOptionType, type CommandInteractionOption } from 'discord.js';
import type { TextLeaf } from './text-leaf.ts';

/** Options as an interaction carries them: inside their subcommand, inside its group. */
export function optionTree(
  { path: [, ...words] }: TextLeaf,
  options: readonly CommandInteractionOption[],
): readonly CommandInteractionOption[] {
  const [subcommand, group] = words.toReversed();
  if (subcommand === undefined) return options;
  const inner = { name: subcommand, type: ApplicationCommandOptionType.Subcommand, options };
  if (group === undefined) return [inner];
  return [{ name: group, type: ApplicationCommandOptionType.SubcommandGroup, options: [inner] }];
}
