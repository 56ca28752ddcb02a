import { ApplicationCommandType } from 'discord-api-types/v10';
import { optionsProblems } from './command-options.ts';
import { commandSize } from './command-size.ts';
import { localizationsProblems, nameProblems } from './command-text.ts';
import { DiscordError, type Problem } from './discord-error.ts';
import { asList, asNumber, asObject, asText, isAbsent, isBlank, type JsonObject } from './json.ts';
import { type Path, required } from './problem.ts';

const MAXIMUM_SIZE = 8_000;
// As numbers, since what a body holds is any number.
const CHAT_INPUT: number = ApplicationCommandType.ChatInput;
const ENTRY_POINT: number = ApplicationCommandType.PrimaryEntryPoint;
const MAXIMUM_COUNTS: ReadonlyMap<number, number> = new Map([
  [CHAT_INPUT, 100],
  [ApplicationCommandType.User, 15],
  [ApplicationCommandType.Message, 15],
]);

/** Faults of a list of commands that the description does not hold: those of each, and names that are there twice. */
export function* commandListProblems(list: unknown): Generator<Problem> {
  const known = new Set<string>();
  for (const [index, entry] of asList(list).entries()) {
    yield* commandProblems(entry, [index], 'create');
    const key = `${typeOf(asObject(entry))} ${asText(asObject(entry)['name'])}`;
    if (known.has(key)) {
      yield {
        path: [index],
        code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
        message: 'Application command names must be unique',
      };
    }
    known.add(key);
  }
}

/**
 * Discord keeps 100 chat commands, 15 for users and 15 for messages in each scope (everywhere, or one guild).
 *
 * @throws {DiscordError} 30032
 * @see https://docs.discord.com/developers/interactions/application-commands#registering-a-command
 */
export function refuseTooManyCommands(list: unknown): void {
  const types = asList(list).map((command) => typeOf(asObject(command)));
  for (const [type, maximum] of MAXIMUM_COUNTS) {
    if (types.filter((other) => other === type).length > maximum) {
      throw new DiscordError(400, 30_032, `Maximum number of application commands reached (${maximum})`);
    }
  }
}

/**
 * Faults of one command that the description does not hold.
 *
 * @param kind `update` keeps what the body leaves out, the command's type too.
 */
export function* commandProblems(value: unknown, path: Path, kind: 'create' | 'update'): Generator<Problem> {
  const command = asObject(value);
  const hasDescription = !isBlank(asText(command['description']));
  const isChatInput =
    kind === 'create'
      ? typeOf(command) === CHAT_INPUT
      : hasDescription || asList(command['options']).length > 0;
  if (isChatInput) {
    yield* nameProblems(command, path);
    if (kind === 'create' && !hasDescription) yield required([...path, 'description']);
  } else if (kind === 'create') {
    yield* menuProblems(command, path);
  }
  yield* localizationsProblems(command, path);
  yield* optionsProblems(command['options'], [...path, 'options']);
  if (commandSize(command) > MAXIMUM_SIZE) {
    const message = `Command exceeds maximum size (${MAXIMUM_SIZE})`;
    yield { path, code: 'APPLICATION_COMMAND_TOO_LARGE', message };
  }
}

/** An entry of a context menu has a name and nothing else. */
function* menuProblems(command: JsonObject, path: Path): Generator<Problem> {
  if (typeOf(command) === ENTRY_POINT) return;
  if (!isBlank(asText(command['description']))) {
    yield {
      path: [...path, 'description'],
      code: 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_EMPTY',
      message: 'Context menu commands cannot have a description',
    };
  }
  if (asList(command['options']).length > 0) {
    yield {
      path: [...path, 'options'],
      code: 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_NOT_EMPTY',
      message: 'Context menu commands cannot have options',
    };
  }
}

function typeOf(command: JsonObject): number {
  const type = command['type'];
  return isAbsent(type) ? CHAT_INPUT : (asNumber(type) ?? 0);
}
