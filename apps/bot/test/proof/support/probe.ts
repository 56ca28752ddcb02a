import type { GuardedUse } from '@twi/host';
import { type MemberActor, SandboxActionError, type SlashValues } from '@twi/sandbox';
import type { HandlerSample, PluginProof, ProofScene } from '@twi/testing';
import { type Answer, readAnswer } from './answer.ts';
import { type OptionShape, OptionType } from './command-shape.ts';
import { harmlessValues } from './harmless-values.ts';
import type { ProofBot } from './proof-bot.ts';
import { SampleMessages } from './sample-messages.ts';

/** Whom something is done to. */
export type Target = 'victim' | 'bot' | 'high';

/** An option that is being typed. */
export interface Typing {
  readonly focused: string;
  readonly values: SlashValues;
}

const Component = { menu: 3, text: 4, label: 18 } as const;
const DEFAULT_STATE = '1';

type Modal = NonNullable<Parameters<MemberActor['submit']>[0]>;

interface ProbeOptions {
  readonly bot: ProofBot;
  readonly scene: ProofScene;
  /** The options of each slash command. */
  readonly shapes: ReadonlyMap<string, readonly OptionShape[]>;
  readonly proofs: ReadonlyMap<string, PluginProof>;
}

/** Uses what the bot offers, as some person. */
export class Probe {
  readonly #bot: ProofBot;
  readonly #scene: ProofScene;
  readonly #shapes: ReadonlyMap<string, readonly OptionShape[]>;
  readonly #proofs: ReadonlyMap<string, PluginProof>;
  readonly #messages: SampleMessages;

  constructor({ bot, scene, shapes, proofs }: ProbeOptions) {
    this.#bot = bot;
    this.#scene = scene;
    this.#shapes = shapes;
    this.#proofs = proofs;
    this.#messages = new SampleMessages(bot, scene.lobbyId);
  }

  /** Does it once. What the bot leaves unanswered is an answer of its own, which nothing expects. */
  async use(use: GuardedUse, userId: string, target: Target = 'victim'): Promise<Answer> {
    try {
      if (use.kind === 'button' || use.kind === 'select') return await this.#press(use, userId);
      return readAnswer(await this.#exchange(use, userId, target));
    } catch (error) {
      if (!(error instanceof SandboxActionError)) throw error;
      return { text: `(${error.message})`, refusedFor: 'no answer' };
    }
  }

  /** What is suggested for an option, after what stands in others. */
  suggestions(use: GuardedUse, userId: string, { focused, values }: Typing) {
    const { channelId } = this.#scene;
    return this.#bot.sandbox.as(userId, { channelId }).autocomplete(use.name, values, { focused });
  }

  /** What stands in the options for which nothing is suggested, the people among them. */
  valuesBeside(use: GuardedUse): SlashValues {
    const { victimId: userId, roleId, channels } = this.#scene;
    const plain = this.optionsOf(use).filter(
      ({ autocomplete, type }) => !autocomplete && type === OptionType.user,
    );
    const required = plain.map((option) => ({ ...option, required: true }));
    return harmlessValues(required, { userId, roleId, channels });
  }

  /** The options of a slash command. */
  optionsOf({ name }: GuardedUse): readonly OptionShape[] {
    const options = this.#shapes.get(name);
    if (!options) throw new Error(`Discord was told of no command "/${name}".`);
    return options;
  }

  #exchange(use: GuardedUse, userId: string, target: Target) {
    const { channelId, lobbyId, roleId, channels } = this.#scene;
    const lobby = this.#bot.sandbox.as(userId, { channelId: lobbyId });
    const whom = this.#target(target);
    switch (use.kind) {
      case 'slash': {
        const around = { userId: whom.userId, roleId, channels };
        const values = harmlessValues(this.optionsOf(use), around);
        return this.#bot.sandbox.as(userId, { channelId }).slash(use.name, values);
      }
      case 'user-menu':
        return lobby.contextMenu(use.name, { userId: whom.userId });
      case 'message-menu':
        return lobby.contextMenu(use.name, { messageId: whom.messageId });
      case 'modal':
        return lobby.submit(this.#form(use), this.#sample(use).fields ?? {});
      case 'button':
      case 'select':
      case 'autocomplete':
      default:
        throw new Error(`A ${use.kind} is used otherwise.`);
    }
  }

  #target(target: Target): { readonly userId: string; readonly messageId: string } {
    const { victimId, victimMessageId, highId, highMessageId, botMessageId } = this.#scene;
    if (target === 'bot') return { userId: this.#bot.sandbox.bot.id, messageId: botMessageId };
    if (target === 'high') return { userId: highId, messageId: highMessageId };
    return { userId: victimId, messageId: victimMessageId };
  }

  #sample({ plugin, name }: GuardedUse): HandlerSample {
    return this.#proofs.get(plugin)?.handlers?.[name] ?? {};
  }

  #customId(use: GuardedUse): string {
    const state = this.#sample(use).state?.(this.#scene) ?? DEFAULT_STATE;
    return `${use.plugin}/${use.name}:${state}`;
  }

  /** Clicks or chooses: whoever forges a click can choose any custom id. */
  async #press(use: GuardedUse, userId: string): Promise<Answer> {
    const { value = DEFAULT_STATE } = this.#sample(use);
    const customId = this.#customId(use);
    const lobby = this.#bot.sandbox.as(userId, { channelId: this.#scene.lobbyId });
    const message = await this.#messages.take({ kind: use.kind, customId, value });
    const exchange =
      use.kind === 'button'
        ? await lobby.click(message, customId)
        : await lobby.select(message, customId, [value]);
    const answer = readAnswer(exchange);
    // Who was refused did nothing to it.
    if (answer.refusedFor !== undefined) this.#messages.giveBack(customId, message);
    return answer;
  }

  #form(use: GuardedUse): Modal {
    const fields = Object.entries(this.#sample(use).fields ?? {});
    const inputs = fields.map(([name, value]) => ({
      type: Component.label,
      label: name,
      component: { type: typeof value === 'string' ? Component.text : Component.menu, custom_id: name },
    }));
    return { custom_id: this.#customId(use), title: use.name, components: inputs } as Modal; // -- a form as Discord shows it
  }
}
