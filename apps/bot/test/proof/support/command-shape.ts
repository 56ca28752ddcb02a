import type { MemberActor } from '@twi/sandbox';

/** Discord's type of a command that is typed after a slash. */
const CHAT_INPUT = 1;

type RegisteredCommand = ReturnType<MemberActor['commands']>[number];
type Option = NonNullable<RegisteredCommand['options']>[number];

/** Discord's types of options (Interactions › Application Commands › Application Command Option Type). */
export const OptionType = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

/** An option as it was registered, with what any kind of option may have. */
export interface OptionShape {
  readonly name: string;
  readonly type: number;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly value: string | number }[];
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_value?: number;
  readonly max_value?: number;
  readonly channel_types?: readonly number[];
}

/** The options of everything that can be typed after a slash, by its words: `case view`. */
export function slashShapes(commands: readonly RegisteredCommand[]): Map<string, readonly OptionShape[]> {
  const slash = commands.filter((command) => kindOf(command) === CHAT_INPUT);
  return new Map(slash.flatMap(({ name, options = [] }) => leaves(name, options)));
}

function leaves(path: string, options: readonly Option[]): (readonly [string, readonly OptionShape[]])[] {
  const branches = options.filter(
    (option) => kindOf(option) === OptionType.subcommand || kindOf(option) === OptionType.group,
  );
  if (branches.length > 0)
    return branches.flatMap((branch) =>
      leaves(`${path} ${branch.name}`, 'options' in branch ? (branch.options ?? []) : []),
    );
  return [[path, options]];
}

/** Discord's number, without the enumeration that the app has no import of. */
const kindOf = ({ type }: { readonly type: number }): number => type;
