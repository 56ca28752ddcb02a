import type { SlashValues } from '@twi/sandbox';
import { type OptionShape, OptionType } from './command-shape.ts';

/** Whom and what values may name. */
export interface Surroundings {
  readonly userId: string;
  readonly roleId: string;
  /** Channels that may come to harm, by their type, the most ordinary first. */
  readonly channels: ReadonlyMap<number, string>;
}

/**
 * Values that Discord takes and that do little: whatever is required, and the channel, so that the one where it is typed
 * stays as it is.
 */
export function harmlessValues(options: readonly OptionShape[], around: Surroundings): SlashValues {
  const given = options.filter(({ required, type }) => required === true || type === OptionType.channel);
  return Object.fromEntries(given.map((option) => [option.name, harmlessValue(option, around)]));
}

function harmlessValue(option: OptionShape, { userId, roleId, channels }: Surroundings): SlashValues[string] {
  const [choice] = option.choices ?? [];
  if (choice) return choice.value;
  switch (option.type) {
    case OptionType.integer:
    case OptionType.number:
      return option.min_value ?? 1;
    case OptionType.boolean:
      return false;
    case OptionType.user:
    case OptionType.mentionable:
      return userId;
    case OptionType.role:
      return roleId;
    case OptionType.channel:
      return channelFor(option, channels);
    case OptionType.attachment:
      return { filename: 'x.txt', bytes: Buffer.from('x'), contentType: 'text/plain' };
    default:
      return 'x'.repeat(Math.max(1, option.min_length ?? 0));
  }
}

/** The first that Discord offers there. @throws {Error} where there is none */
function channelFor({ name, channel_types: types }: OptionShape, channels: Surroundings['channels']): string {
  for (const [type, id] of channels) if (types?.includes(type) ?? true) return id;
  throw new Error(`No channel has a type that "${name}" takes.`);
}
