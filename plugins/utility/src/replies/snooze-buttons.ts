import { customId, parseCustomId, type Translator } from '@twi/sdk';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from 'discord.js';
import { isSnooze, type Snooze, SNOOZES } from '../reminders/snooze.ts';

/** Which reminder to put off, and until when. */
export interface SnoozeButton {
  readonly id: string;
  readonly snooze: Snooze;
}

/** The custom id of the button that puts a reminder off. */
export function snoozeButtonId(id: string, snooze: Snooze): string {
  return customId('utility', 'snooze', `${id}.${snooze}`);
}

/** What a button does, or `undefined` when it is another's. */
export function parseSnoozeButton(custom: string): SnoozeButton | undefined {
  const parsed = parseCustomId(custom);
  if (parsed?.plugin !== 'utility' || parsed.handler !== 'snooze') return undefined;
  const [, id, snooze = ''] = /^(\d{1,18})\.(\w+)$/.exec(parsed.state) ?? [];
  return id && isSnooze(snooze) ? { id, snooze } : undefined;
}

/** Buttons that put a reminder off. */
export function snoozeButtons(id: string, t: Translator): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    SNOOZES.map((snooze) =>
      new ButtonBuilder()
        .setCustomId(snoozeButtonId(id, snooze))
        .setLabel(t(`utility:reminders.snooze.${snooze}`))
        .setStyle(ButtonStyle.Secondary),
    ),
  );
}
