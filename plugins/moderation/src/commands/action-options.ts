import type {
  ChatInputCommandInteraction,
  SlashCommandStringOption,
  SlashCommandUserOption,
} from 'discord.js';
import type { ActionRequest, ReasonedRequest } from '../actions/action-request.ts';
import { MAX_REASON_LENGTH } from '../errors.ts';

/** The option that says who is acted on. */
export function targetOption(option: SlashCommandUserOption): SlashCommandUserOption {
  return option.setName('user').setDescription('Whom; an id works too').setRequired(true);
}

/** The option that says why. */
export function reasonOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('reason')
    .setDescription('Why; they are told, and the case keeps it')
    .setMaxLength(MAX_REASON_LENGTH)
    .setAutocomplete(true);
}

/** Who does something to whom, as the options say. */
export function readRequest(interaction: ChatInputCommandInteraction<'cached'>): ActionRequest {
  const { guild, member, options } = interaction;
  const reason = options.getString('reason') ?? undefined;
  return { guild, moderator: member, target: options.getUser('user', true), reason };
}

/** The same where the option `name` is required to say why. */
export function readReasonedRequest(
  interaction: ChatInputCommandInteraction<'cached'>,
  name: string,
): ReasonedRequest {
  return { ...readRequest(interaction), reason: interaction.options.getString(name, true) };
}
