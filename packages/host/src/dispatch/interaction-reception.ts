import type { ILogger } from '@sapphire/framework';
import { container } from '@sapphire/pieces';
import { parseCustomId, phrase, type Phrase, reply, translator } from '@twi/sdk';
import { type Client, Events, type Interaction } from 'discord.js';
import { answer } from '../errors/answer.ts';
import { type ClosedThing, closedWords } from '../gate/closed-words.ts';
import type { Gate } from '../gate/gate.ts';
import type { PluginLookup } from '../gate/plugin-lookup.ts';
import type { InteractionWatch } from './interaction-watch.ts';

export interface InteractionReceptionParts {
  readonly client: Client;
  readonly plugins: PluginLookup;
  readonly gate: Pick<Gate, 'decide'>;
  readonly watch: Pick<InteractionWatch, 'expect'>;
  readonly logger: ILogger;
}

/** Meets every interaction first: from now on somebody waits, and components that lead nowhere are answered at once. */
export class InteractionReception {
  readonly #parts: InteractionReceptionParts;

  constructor(parts: InteractionReceptionParts) {
    this.#parts = parts;
  }

  /** Attaches to the client, for as long as it lives. */
  attach(): void {
    this.#parts.client.on(Events.InteractionCreate, (interaction) => void this.#receive(interaction));
  }

  async #receive(interaction: Interaction): Promise<void> {
    this.#parts.watch.expect(interaction);
    const words = this.#deadEnd(interaction);
    if (words === undefined) return;
    try {
      await answer(interaction, reply.error((await translator(interaction)).say(words)));
    } catch (error) {
      this.#parts.logger.warn('A component that leads nowhere could not be answered.', error);
    }
  }

  /** Why a component or form leads nowhere; `undefined` when some handler will take it. */
  #deadEnd(interaction: Interaction): Phrase | undefined {
    if (!interaction.isMessageComponent() && !interaction.isModalSubmit()) return undefined;
    const id = parseCustomId(interaction.customId);
    if (!id) return undefined;
    const what = whatItIs(interaction);
    const plugin = this.#parts.plugins.get(id.plugin);
    const why = this.#parts.gate.decide(id.plugin, interaction.guildId ?? undefined);
    if (why !== 'open') return closedWords(what, { plugin, pluginId: id.plugin, why });
    if (container.stores.get('interaction-handlers').has(`${id.plugin}/${id.handler}`)) return undefined;
    return phrase('core:errors.out-of-date', {
      what: phrase(`core:things.${what}`),
      plugin: plugin?.plugin?.title ?? id.plugin,
    });
  }
}

function whatItIs(interaction: Interaction): ClosedThing {
  if (interaction.isButton()) return 'button';
  return interaction.isModalSubmit() ? 'form' : 'menu';
}
