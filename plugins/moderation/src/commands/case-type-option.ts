import type { ChatInputCommandInteraction, SlashCommandStringOption } from 'discord.js';
import { ALL_CASE_TYPES, type CaseType, caseWords, isCaseType } from '../cases/case-type.ts';

/** The option that narrows a list to one type of case. */
export function caseTypeOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('type')
    .setDescription('Only cases of this type')
    .addChoices(ALL_CASE_TYPES.map((type) => ({ name: caseWords(type).title, value: type })));
}

/** What the option says; Discord itself lets nothing through but its choices. */
export function readCaseType({ options }: ChatInputCommandInteraction): CaseType | undefined {
  const type = options.getString('type');
  return type !== null && isCaseType(type) ? type : undefined;
}
