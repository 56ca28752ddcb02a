import { Command } from '@sapphire/framework';
import { POLL_LIMITS, readPollAnswers, readPollQuestion } from '../polls/poll-answers.ts';

const USUAL_HOURS = 24;
/** Ten answers with what separates them. */
const LONGEST_ANSWERS = (POLL_LIMITS.answer + 3) * POLL_LIMITS.answers;

export class PollCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Ask everybody here a question',
      node: 'utility.poll',
      example: '/poll question:Pizza or pasta? answers:Pizza | Pasta | Both hours:8',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addStringOption((option) =>
          option
            .setName('question')
            .setDescription('What to ask')
            .setMaxLength(POLL_LIMITS.question)
            .setRequired(true),
        )
        .addStringOption((option) =>
          option
            .setName('answers')
            .setDescription('2 to 10 answers, separated by |, each of at most 55 characters')
            .setMaxLength(LONGEST_ANSWERS)
            .setRequired(true),
        )
        .addIntegerOption((option) =>
          option
            .setName('hours')
            .setDescription(
              `How long people can vote. Default: ${USUAL_HOURS}; at most 768, which is 32 days`,
            )
            .setMinValue(1)
            .setMaxValue(POLL_LIMITS.hours),
        )
        .addBooleanOption((option) =>
          option.setName('multiple').setDescription('Whether people can choose several answers. Default: no'),
        ),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    const { options } = interaction;
    await interaction.reply({
      poll: {
        question: { text: readPollQuestion(options.getString('question', true)) },
        answers: readPollAnswers(options.getString('answers', true)).map((text) => ({ text })),
        duration: options.getInteger('hours') ?? USUAL_HOURS,
        allowMultiselect: options.getBoolean('multiple') ?? false,
      },
    });
  }
}
