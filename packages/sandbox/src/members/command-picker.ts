import type { APIApplicationCommand, Locale } from 'discord-api-types/v10';
import { languageOf } from '../actions/languages.ts';
import { asList, asObject, type JsonObject } from '../rules/json.ts';
import type { Player } from './player.ts';
import { visibleCommands } from './visible-commands.ts';

/** Lists the commands that a member may see, described in the language of their client. */
export function commandPicker(player: Player): APIApplicationCommand[] {
  const locale = languageOf(player.world, player.userId);
  return visibleCommands(player).map(
    // -- the same command with other texts
    (command) => localised(asObject(command), locale) as unknown as APIApplicationCommand,
  );
}

/** Names of commands and options stay: by these they are found. */
function localised(holder: JsonObject, locale: `${Locale}`): JsonObject {
  const { description, options, choices } = holder;
  return {
    ...holder,
    ...(description !== undefined && {
      description: asObject(holder['description_localizations'])[locale] ?? description,
    }),
    ...(options !== undefined && { options: asList(options).map((one) => localised(asObject(one), locale)) }),
    ...(choices !== undefined && {
      choices: asList(choices).map((one) => ({
        ...asObject(one),
        name: asObject(asObject(one)['name_localizations'])[locale] ?? asObject(one)['name'],
      })),
    }),
  };
}
