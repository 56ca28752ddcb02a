import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10';
import { z } from 'zod';
import type { CommandGroup } from '../state/command-group.ts';
import { CommandLineError } from './command-line-error.ts';
import { NOT_RUNNING } from './find-sandbox.ts';
import type { Outcome } from './render.ts';

const named = z.object({ id: z.string(), name: z.string() });
const member = z.object({ user: z.object({ id: z.string() }) });
const stateSchema = z.object({
  users: z.array(z.object({ id: z.string(), username: z.string(), bot: z.boolean().default(false) })),
  guilds: z.array(
    named.extend({ roles: z.array(named), channels: z.array(named), members: z.array(member) }),
  ),
});
const refusalSchema = z.object({ error: z.string() });

/** Who and what exists in the sandbox. */
export type ControlState = z.infer<typeof stateSchema>;

/** Who acts, and where. */
export interface PlaceOptions {
  readonly as: string;
  readonly channel?: string | undefined;
  readonly guild?: string | undefined;
}

/** The outcome of an interaction; a form is filled in by the `id`. */
export interface ControlOutcome extends Outcome {
  readonly id?: string;
}

/** Plays members of a running sandbox through its control interface. */
export class ControlClient {
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  async state(): Promise<ControlState> {
    return stateSchema.parse(await this.#request('GET', '/control/state'));
  }

  /** Sends an interaction and waits for what the member sees of it. */
  async interact(place: PlaceOptions, interaction: object): Promise<ControlOutcome> {
    const outcome = await this.#request('POST', '/control/interactions', { ...place, ...interaction });
    return outcome as ControlOutcome; // -- the control interface of this very package answers so
  }

  async write(place: PlaceOptions, content: string): Promise<APIMessage> {
    const message = await this.#request('POST', '/control/messages', { ...place, content });
    return message as APIMessage; // -- the control interface of this very package answers so
  }

  /** The messages that the member sees, oldest first. */
  async messages(place: PlaceOptions): Promise<readonly APIMessage[]> {
    const messages = await this.#request('GET', `/control/messages?${query(place)}`);
    return messages as readonly APIMessage[]; // -- the control interface of this very package answers so
  }

  /** The commands that the member sees. */
  async commands(place: PlaceOptions): Promise<readonly APIApplicationCommand[]> {
    const commands = await this.#request('GET', `/control/commands?${query(place)}`);
    return commands as readonly APIApplicationCommand[]; // -- the control interface of this very package answers so
  }

  /** The commands by part of the bot, as it told. */
  async commandGroups(): Promise<readonly CommandGroup[]> {
    const groups = await this.#request('GET', '/control/command-groups');
    return groups as readonly CommandGroup[]; // -- the control interface of this very package answers so
  }

  /** Does what sends no interaction: reactions, votes, threads, voice, membership, moderation by hand. */
  async act(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', operation: string, body: object): Promise<void> {
    await this.#request(method, `/control/${operation}`, body);
  }

  /** @throws {CommandLineError} with the sandbox's own words where it refuses. */
  async #request(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(this.#origin + path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    }).catch((cause: unknown) => {
      throw new CommandLineError(NOT_RUNNING, { cause });
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    const refusal = refusalSchema.safeParse(answer);
    throw new CommandLineError(refusal.data?.error ?? `The sandbox refused with status ${response.status}.`);
  }
}

function query(place: PlaceOptions): string {
  return new URLSearchParams(Object.entries(place).filter(([, value]) => value !== undefined)).toString();
}
