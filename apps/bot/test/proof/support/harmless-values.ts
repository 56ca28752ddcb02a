import type { SlashValues } from '@twi/sandbox';
import { type OptionShape, OptionType } from './command-shape.ts';

/** Whom and what values may name. */
export interface Surroundings {
  readonly userId: string;
  readonly roleId: string;
  /** A channel that may come to harm. */
  readonly channelId: string;
}

/**
 * Values that Discord takes and that do little: whatever is required, and the channel, so that the one where it is typed
 * stays as it is.
 */
export function harmlessValues(options: readonly OptionShape[], around: Surroundings): SlashValues {
  const given = options.filter(({ required, type }) => required === true || type === OptionType.channel);
  return Object.fromEntries(given.map((option) => [option.name, harmlessValue(option, around)]));
}

function harmlessValue(
  option: OptionShape,
  { userId, roleId, channelId }: Surroundings,
): SlashValues[string] {
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
      return channelId;
    case OptionType.attachment:
      return { filename: 'x.txt', bytes: Buffer.from('x'), contentType: 'text/plain' };
    default:
      return 'x'.repeat(Math.max(1, option.min_length ?? 0));
  }
}
