import { Command } from '@sapphire/framework';
import { defineReversal, definePlugin, type PluginContext, UserError } from '@twi/sdk';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Bench, benchGuild, type BenchGuild, startBench } from '../start-bench.ts';

/** A list of words in every guild; saying one adds it, undoing that takes it away. */
const words = new Map<string, string[]>();
let context: PluginContext;
let said = 0;

const wordsOf = (guildId: string): string[] => words.get(guildId) ?? [];

const saying = defineReversal({
  data: z.object({ word: z.string() }),
  node: 'words.say',
  undo: ({ guild, data: { word } }) => {
    if (!wordsOf(guild.id).includes(word)) throw gone(word);
    words.set(
      guild.id,
      wordsOf(guild.id).filter((other) => other !== word),
    );
    return Promise.resolve(`Took back ${word}.`);
  },
  redo: ({ guild, data: { word } }) => {
    words.set(guild.id, [...wordsOf(guild.id), word]);
    return Promise.resolve(`Said ${word}.`);
  },
});

const gone = (word: string): UserError =>
  new UserError({ identifier: 'words.gone', message: `${word} is gone.` });

class SayCommand extends Command {
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) => command.setName('say').setDescription('Says a word.'));
  }
  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    const guildId = interaction.guildId ?? '';
    said += 1;
    const word = `word${said}`;
    words.set(guildId, [...wordsOf(guildId), word]);
    await context.audit.record({
      guildId,
      userId: interaction.user.id,
      action: 'words.say',
      reversal: { word },
    });
    await interaction.reply(word);
  }
}

const plugin = definePlugin({
  id: 'words',
  title: 'Words',
  description: 'Keeps words.',
  nodes: { 'words.say': { description: 'say words' } },
  reversals: { 'words.say': saying },
  pieces: { commands: { say: SayCommand } },
  setup(given) {
    context = given;
  },
});

let bench: Bench;
let home: BenchGuild;
beforeAll(async () => {
  bench = await startBench([plugin]);
  home = await benchGuild(bench, ['words']);
});
afterAll(() => bench[Symbol.asyncDispose]());

type Step = 'say' | 'undo' | 'redo' | 'lose';

/** What is there, and what each step makes of it: undo takes the newest that is not undone, redo what was undone last. */
class Model {
  readonly entries: { readonly word: string; isUndone: boolean }[] = [];
  readonly undone: string[] = [];
  readonly lost = new Set<string>();
  present: string[] = [];

  say(word: string): void {
    this.entries.push({ word, isUndone: false });
    this.present.push(word);
  }

  undo(): void {
    const last = this.entries.findLast(({ isUndone }) => !isUndone);
    // What is lost cannot be taken back, and its entry stays where it is.
    if (!last || !this.present.includes(last.word)) return;
    last.isUndone = true;
    this.undone.push(last.word);
    this.present = this.present.filter((word) => word !== last.word);
  }

  redo(): void {
    const word = this.undone.pop();
    const entry = this.entries.find((other) => other.word === word);
    if (!entry || word === undefined) return;
    entry.isUndone = false;
    this.present.push(word);
  }
}

test('any sequence of doing, undoing and redoing leaves what the model says', async () => {
  const steps = fc.array(fc.constantFrom<Step>('say', 'say', 'undo', 'undo', 'redo', 'lose'), {
    minLength: 1,
    maxLength: 10,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      home = await benchGuild(bench, ['words']);
      const model = new Model();
      for (const step of sequence) await take(step, model);

      expect(wordsOf(home.guild.id).toSorted()).toEqual(model.present.toSorted());
      const rows = await bench.host.database.db
        .selectFrom('core.audit_logs')
        .select(['reversal', 'reversedAt'])
        .where('guildId', '=', home.guild.id)
        .where('action', '=', 'words.say')
        .orderBy('id')
        .execute();
      expect(rows.map(({ reversedAt }) => reversedAt !== null)).toEqual(
        model.entries.map(({ isUndone }) => isUndone),
      );
    }),
    { numRuns: 12 },
  );
}, 60_000);

async function take(step: Step, model: Model): Promise<void> {
  const { guild, member } = home;
  if (step === 'say') model.say((await member.slash('say')).response?.content ?? '');
  else if (step === 'lose') {
    // Somebody else changed the world by hand.
    words.set(guild.id, wordsOf(guild.id).slice(0, -1));
    model.present = [...wordsOf(guild.id)];
  } else {
    await (await member.slash(step)).settled();
    if (step === 'undo') model.undo();
    else model.redo();
  }
}
