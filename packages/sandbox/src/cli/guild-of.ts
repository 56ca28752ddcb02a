import { CommandLineError } from './command-line-error.ts';
import type { ControlState, PlaceOptions } from './control-client.ts';

/** The guild that was named; the first one without a name. @throws {CommandLineError} naming those that there are */
export function guildOf(who: PlaceOptions, { guilds }: ControlState): ControlState['guilds'][number] {
  const guild = guilds.find(
    ({ id, name }) => who.guild === undefined || who.guild === id || who.guild === name,
  );
  if (guild) return guild;
  const known = guilds.map(({ name }) => name).join(', ');
  throw new CommandLineError(`There is no guild "${who.guild ?? ''}". There are: ${known}`);
}
