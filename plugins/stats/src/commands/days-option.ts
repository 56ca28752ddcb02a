import type { SlashCommandIntegerOption } from 'discord.js';

const DEFAULT_DAYS = 7;
const MOST_DAYS = 365;

/** How many days the numbers are about, today included. */
export function daysOption(option: SlashCommandIntegerOption): SlashCommandIntegerOption {
  return option
    .setName('days')
    .setDescription(`How many days, today included. Default: ${DEFAULT_DAYS}`)
    .setMinValue(1)
    .setMaxValue(MOST_DAYS);
}

/** What was chosen in it. */
export function readDays({
  options,
}: {
  readonly options: { getInteger: (name: string) => number | null };
}): number {
  return options.getInteger('days') ?? DEFAULT_DAYS;
}
