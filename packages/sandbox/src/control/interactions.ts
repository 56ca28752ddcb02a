import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { Directory } from '../cli/directory.ts';
import { parseCommandLine } from '../cli/parse-command-line.ts';
import { SandboxActionError } from '../members/action-error.ts';
import { click, select } from '../members/components.ts';
import type { Exchange } from '../members/exchange.ts';
import { submit } from '../members/modals.ts';
import { placeOf } from '../members/player.ts';
import type { Player } from '../members/player.ts';
import { autocomplete, contextMenu, slash } from '../members/slash.ts';
import { visibleCommands } from '../members/visible-commands.ts';
import { visibleMessages } from '../members/visible-messages.ts';
import type { World } from '../state/world.ts';
import { ControlError } from './control-error.ts';
import type { InteractionRequest } from './interaction-request.ts';
import { findPlayer } from './places.ts';

/** How many modals can be open at a time before the oldest is forgotten. */
const MAXIMUM_OPEN_MODALS = 100;

/** How long a click that was acknowledged waits for the message to change. */
const UPDATE_MS = 3_000;

/** What a person sees of an interaction. */
export interface InteractionOutcome {
  /** Names the exchange when its modal is sent off. */
  readonly id?: string;
  readonly state: Exchange['state'];
  /** Whether the bot only acknowledged a click, to change the message in its own time. */
  readonly updatesLater?: boolean;
  readonly response?: APIMessage | undefined;
  readonly followups: readonly APIMessage[];
  readonly modal?: APIModalInteractionResponseCallbackData | undefined;
  readonly autocomplete?: readonly APIApplicationCommandOptionChoice[];
}

/** Plays interactions for tools that speak HTTP. */
export class ControlInteractions {
  readonly #world: World;
  readonly #modals = new Map<string, APIModalInteractionResponseCallbackData>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Carries out what a person does and waits for the bot. @throws SandboxActionError, CommandLineError, ControlError */
  async run(request: InteractionRequest): Promise<InteractionOutcome> {
    const player = findPlayer(this.#world, request);
    if ('type' in request && request.type === 'autocomplete') {
      const { command, options, focused } = request;
      const choices = await autocomplete(player, command, options, focused);
      return { state: 'answered', followups: [], autocomplete: choices };
    }
    const exchange = await this.#launch(player, request);
    await updated(exchange);
    if (exchange.modal) this.#remember(exchange.id, exchange.modal);
    const { id, state, response, followups, modal, updatesLater } = exchange;
    return { id, state, response, followups, modal, updatesLater };
  }

  #launch(player: Player, request: Exclude<InteractionRequest, { type: 'autocomplete' }>): Promise<Exchange> {
    if ('line' in request) {
      const commands = visibleCommands(player);
      const { line, values } = parseCommandLine(request.line, { commands, directory: directoryOf(player) });
      return slash(player, line, values);
    }
    switch (request.type) {
      case 'slash':
        return slash(player, request.command, request.options);
      case 'context-menu':
        return contextMenu(player, request.command, targetOf(request));
      case 'click': {
        const { messageId, button } = request;
        return onLatest(player, messageId, (id) => click(player, id, button));
      }
      case 'select': {
        const { messageId, menu, values } = request;
        return onLatest(player, messageId, (id) => select(player, id, menu, { values }));
      }
      case 'submit':
      default:
        return submit(player, this.#modals.get(request.exchange), request.values);
    }
  }

  #remember(id: string, modal: APIModalInteractionResponseCallbackData): void {
    this.#modals.set(id, modal);
    if (this.#modals.size <= MAXIMUM_OPEN_MODALS) return;
    for (const oldest of this.#modals.keys()) {
      this.#modals.delete(oldest);
      return;
    }
  }
}

/** Waits for the message that the bot said it would change; it may also leave it as it is. */
async function updated(exchange: Exchange): Promise<void> {
  if (!exchange.updatesLater) return;
  try {
    await exchange.settled({ timeoutMs: UPDATE_MS });
  } catch (error) {
    if (!(error instanceof SandboxActionError) || error.reason !== 'no-response') throw error;
  }
}

function targetOf(request: { userId?: string | undefined; messageId?: string | undefined }) {
  if (request.userId !== undefined) return { userId: request.userId };
  if (request.messageId !== undefined) return { messageId: request.messageId };
  throw new ControlError(400, 'A context menu belongs to a userId or a messageId');
}

/** Acts on a message that is named, or on the latest that has what is wanted. */
function onLatest(
  player: Player,
  messageId: string | undefined,
  act: (messageId: string) => Promise<Exchange>,
): Promise<Exchange> {
  if (messageId !== undefined) return act(messageId);
  let refusal: unknown;
  for (const message of visibleMessages(player).toReversed()) {
    if (!message.components || message.components.length === 0) continue;
    try {
      return act(message.id);
    } catch (error) {
      if (!(error instanceof SandboxActionError) || error.reason !== 'unknown-component') throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? new SandboxActionError('unknown-component', 'No message here has anything to click');
}

function directoryOf(player: Player): Directory {
  const { world } = player;
  const { guild } = placeOf(player);
  const users = Array.from(world.state.users.values(), (user) => [user.username, user.id] as const);
  const roles = Array.from(guild?.roles.values() ?? [], (role) => [role.name, role.id] as const);
  const channels = guild ? world.channelsOf(guild) : [];
  return {
    users: new Map(users),
    roles: new Map(roles),
    channels: new Map(channels.map((channel) => [channel.name, channel.id])),
  };
}
