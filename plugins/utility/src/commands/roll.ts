import { Command } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import type { SlashCommandBuilder, SlashCommandOptionsOnlyBuilder } from 'discord.js';
import { diceTwice } from '../dice/dice-errors.ts';
import { DICE_LIMITS } from '../dice/dice-limits.ts';
import { rollDice } from '../dice/roll-dice.ts';
import { rollReply } from '../replies/roll-reply.ts';

const USUAL_SIDES = 20;

type Invocation = Command.ChatInputCommandInteraction<'cached'>;

export class RollCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { description: 'Roll dice', text: true, example: '/roll dice:2d20+5' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      addRollOptions(command.setName(this.name).setDescription(this.description)),
    );
  }

  override async chatInputRun(interaction: Invocation): Promise<void> {
    const rolled = rollDice(readNotation(interaction));
    await interaction.reply(rollReply(rolled, await translator(interaction, { audience: 'guild' })));
  }
}

function addRollOptions(command: SlashCommandBuilder): SlashCommandOptionsOnlyBuilder {
  const { dice, fewestSides, sides, length, number } = DICE_LIMITS;
  return command
    .addStringOption((option) =>
      option
        .setName('dice')
        .setDescription(
          'What to roll, such as 2d20+5, 4d6dl1 (drop the lowest) or 2d20kh1 (keep the highest)',
        )
        .setMaxLength(length),
    )
    .addIntegerOption((option) =>
      option
        .setName('sides')
        .setDescription(`How many sides each die has. Default: ${USUAL_SIDES}`)
        .setMinValue(fewestSides)
        .setMaxValue(sides),
    )
    .addIntegerOption((option) =>
      option.setName('amount').setDescription('How many dice. Default: 1').setMinValue(1).setMaxValue(dice),
    )
    .addIntegerOption((option) =>
      option
        .setName('modifier')
        .setDescription('What to add to the total; below zero to take away')
        .setMinValue(-number)
        .setMaxValue(number),
    );
}

/** The notation that was typed, or that the other options make. @throws {UserError} `utility.dice-twice` */
function readNotation({ options }: Invocation): string {
  const dice = options.getString('dice');
  const sides = options.getInteger('sides');
  const amount = options.getInteger('amount');
  if (dice !== null && (sides !== null || amount !== null)) throw diceTwice();
  return `${dice ?? `${amount ?? 1}d${sides ?? USUAL_SIDES}`}${signed(options.getInteger('modifier') ?? 0)}`;
}

function signed(modifier: number): string {
  if (modifier === 0) return '';
  return modifier > 0 ? `+${modifier}` : String(modifier);
}
