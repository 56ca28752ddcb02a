import { commandList } from './command-list.ts';
import type { RegisteredCommand } from './command-list.ts';
import type { RecordedRequest, RequestLog } from '../rest/request-log.ts';
import type { CommandGroup } from '../state/command-group.ts';
import type { World } from '../state/world.ts';

/** How many dispatches are kept, and how many of them and of the requests are shown. */
const KEPT = 300;

/** An event that the gateway sent to the bot. */
export interface RecordedDispatch {
  readonly event: string;
  readonly guildId: string | undefined;
  readonly data: object;
  /** Unix milliseconds. */
  readonly at: number;
}

/** Everything that lately passed between bot and sandbox. */
export interface Activity {
  /** Oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** Oldest first. */
  readonly dispatches: readonly RecordedDispatch[];
  readonly commands: readonly RegisteredCommand[];
  /** Commands by plugin, as the bot told; empty where it told nothing. */
  readonly commandGroups: readonly CommandGroup[];
  /** How many milliseconds the bot has to acknowledge an interaction. */
  readonly interactionDeadlineMs: number;
}

/** Keeps what the gateway sent, beside the requests that are recorded anyway. */
export class ActivityLog {
  readonly #world: World;
  readonly #requests: RequestLog;
  readonly #dispatches: RecordedDispatch[] = [];

  constructor(world: World, requests: RequestLog) {
    this.#world = world;
    this.#requests = requests;
    const { emit } = world;
    world.emit = (event, source, guildId) =>
      emit(
        event,
        () => this.#record(event, typeof source === 'function' ? source() : source, guildId),
        guildId,
      );
  }

  /** What lately passed. */
  read(): Activity {
    return {
      requests: this.#requests.list().slice(-KEPT),
      dispatches: this.#dispatches,
      commands: commandList(this.#world),
      commandGroups: this.#world.state.commandGroups ?? [],
      interactionDeadlineMs: this.#world.interactionDeadlineMs,
    };
  }

  /** Called by the gateway only when some session is sent the event. */
  #record(event: string, data: object, guildId: string | undefined): object {
    this.#dispatches.push({ event, guildId, data, at: Date.now() });
    if (this.#dispatches.length > KEPT) this.#dispatches.shift();
    return data;
  }
}
