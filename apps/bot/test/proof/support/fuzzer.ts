import type { GuardedUse } from '@twi/host';
import { type Exchange, type MemberActor, SandboxActionError, type SlashValues } from '@twi/sandbox';
import { isRefused, readAnswer } from './answer.ts';
import type { OptionShape } from './command-shape.ts';
import { hostileText } from './hostile-text.ts';
import { hostileValues, type Nameable } from './hostile-values.ts';
import { pingsIn } from './pings.ts';
import type { ProofBot } from './proof-bot.ts';
import { Random } from './random.ts';

/** One use of something by its number; the same for the same seed. */
export interface Call {
  readonly run: number;
  readonly use: GuardedUse;
  readonly random: Random;
  readonly actor: MemberActor;
}

/** What came of a call. */
export interface Outcome {
  readonly exchange?: Exchange;
  readonly values: SlashValues;
  /** What is wrong with the answer. */
  readonly problems: readonly string[];
}

interface Parts {
  readonly bot: ProofBot;
  readonly seed: number;
  readonly channelId: string;
  readonly shapes: ReadonlyMap<string, readonly OptionShape[]>;
  readonly named: Nameable;
}

const QUOTED = 300;
/** A refusal is read, so it repeats little of what was typed. */
const MOST_SAID = 1_200;
const BUG = /Something went wrong on my side|That took too long/;
/** What moves everything else out of reach. */
const SWITCHES = /^(?:host|plugins) /;

/** Uses commands as the owner, with options that nobody would mean. */
export class Fuzzer {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The call of a number, of one of these. */
  call(run: number, among: readonly GuardedUse[]): Call {
    const { bot, seed, channelId } = this.#parts;
    const random = new Random(seed, run);
    const use = random.pick(among);
    const { id } = use.isForBotOwners ? bot.botOwner : bot.owner;
    return { run, use, random, actor: bot.sandbox.as(id, { channelId }) };
  }

  /** Uses a slash command. */
  async slash(call: Call): Promise<Outcome> {
    const values = await this.#values(call);
    try {
      const exchange = await call.actor.slash(call.use.name, values);
      if (!exchange.modal) await exchange.settled();
      const problems = this.#problemsOf(exchange).map((problem) => this.told(call, values, problem));
      return { exchange, values, problems };
    } catch (error) {
      return { values, problems: [this.told(call, values, problemOf(error))] };
    }
  }

  /** Types into an option that makes suggestions. */
  async suggest(call: Call): Promise<readonly string[]> {
    const options = this.optionsOf(call.use);
    const { name } = call.random.pick(options.filter(({ autocomplete }) => autocomplete));
    const typed = { ...this.#hostile(call), [name]: this.text(call) };
    try {
      await call.actor.autocomplete(call.use.name, typed, { focused: name });
      return [];
    } catch (error) {
      return [this.told(call, typed, problemOf(error))];
    }
  }

  /** Some text of up to so many characters. */
  text({ random }: Call, most?: number): string {
    const { userIds, roleIds, channels } = this.#parts.named;
    return hostileText(random, [...userIds, ...roleIds, ...channels.map(({ id }) => id)], most);
  }

  optionsOf({ name }: GuardedUse): readonly OptionShape[] {
    return this.#parts.shapes.get(name) ?? [];
  }

  /** A problem, and how to see it again. */
  told({ run, use }: Call, given: unknown, problem: string): string {
    const values = JSON.stringify(given).slice(0, QUOTED);
    return `FUZZ_SEED=${this.#parts.seed}, run ${run}: ${use.name} ${values}: ${problem.trim().slice(0, QUOTED)}`;
  }

  #problemsOf(exchange: Exchange): string[] {
    const { text } = readAnswer(exchange);
    const messages = [exchange.response, ...exchange.followups].filter((message) => message !== undefined);
    return [
      ...(isBug(text) ? [text] : []),
      ...(isRefused(exchange) && text.length > MOST_SAID
        ? [`a refusal of ${text.length} characters: ${text}`]
        : []),
      ...(messages.length === 0 && !exchange.modal ? ['nothing to see'] : []),
      ...pingsIn(messages, this.#parts.bot.sandbox.bot.id).map((ping) => `it pings: ${ping}`),
    ];
  }

  /** Values of which some are suggested by the bot, so that they get past the first check. */
  async #values(call: Call): Promise<SlashValues> {
    const values = this.#hostile(call);
    const { plugin } = values;
    if (SWITCHES.test(call.use.name))
      return typeof plugin === 'string' ? { ...values, plugin: `x${plugin.slice(1)}` } : values;
    for (const { name, autocomplete } of this.optionsOf(call.use)) {
      if (!autocomplete || !(name in values) || call.random.isLucky(0.5)) continue;
      const choices = await call.actor.autocomplete(
        call.use.name,
        { ...values, [name]: '' },
        { focused: name },
      );
      if (choices.length > 0) values[name] = call.random.pick(choices).value;
    }
    return values;
  }

  #hostile({ random, use }: Call): Record<string, SlashValues[string]> {
    return { ...hostileValues(random, this.optionsOf(use), this.#parts.named) };
  }
}

/** Whether somebody is told of a fault of the bot. */
export const isBug = (text: string): boolean => BUG.test(text);

/** What the client of the person says. @throws what is no word of a client */
function problemOf(error: unknown): string {
  if (error instanceof SandboxActionError) return error.message;
  throw error;
}
