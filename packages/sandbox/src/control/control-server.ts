import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { describeCommands } from '../actions/describe-commands.ts';
import { CommandLineError } from '../cli/command-line-error.ts';
import type { Faults } from '../faults.ts';
import { SandboxActionError } from '../members/action-error.ts';
import { send } from '../members/messages.ts';
import { commandPicker } from '../members/command-picker.ts';
import { visibleMessages } from '../members/visible-messages.ts';
import { readBody } from '../rest/request-body.ts';
import type { RequestLog } from '../rest/request-log.ts';
import { ActivityLog } from '../inspector/activity-log.ts';
import { DiscordError } from '../rules/discord-error.ts';
import type { ReceivedFile } from '../actions/attachments.ts';
import type { World } from '../state/world.ts';
import { personOperations } from '../web/person-operations.ts';
import { ControlError } from './control-error.ts';
import { injectFault } from './fault-request.ts';
import { interactionRequest } from './interaction-request.ts';
import { ControlInteractions } from './interactions.ts';
import { findPlayer } from './places.ts';
import { stateView } from './state-view.ts';

const place = {
  as: z.string(),
  channel: z.string().optional(),
  guild: z.string().optional(),
};
const placeQuery = z.strictObject(place);
const messageRequest = z.strictObject({
  ...place,
  content: z.string(),
  replyTo: z.string().optional(),
});

const groupsRequest = z.strictObject({ groups: z.unknown() });

/** What a request carries. */
interface Input {
  readonly body: unknown;
  readonly files: readonly ReceivedFile[];
  readonly query: Record<string, string>;
}

type Handle = (input: Input) => unknown;

/** Lets tools on this machine play people and look at what happened, as JSON over HTTP under `/control`. */
export class ControlServer {
  readonly #operations: ReadonlyMap<string, Handle>;

  constructor({ world, faults, log }: { world: World; faults: Faults; log: RequestLog }) {
    const interactions = new ControlInteractions(world);
    const activity = new ActivityLog(world, log);
    this.#operations = new Map<string, Handle>([
      ['GET /control/state', () => stateView(world)],
      ['GET /control/requests', () => log.list()],
      ['GET /control/activity', () => activity.read()],
      ['DELETE /control/requests', () => log.clear()],
      ['GET /control/messages', ({ query }) => visibleMessages(findPlayer(world, placeQuery.parse(query)))],
      ['GET /control/commands', ({ query }) => commandPicker(findPlayer(world, placeQuery.parse(query)))],
      ['GET /control/command-groups', () => world.state.commandGroups ?? []],
      [
        'PUT /control/command-groups',
        ({ body }) => describeCommands(world, groupsRequest.parse(body).groups),
      ],
      ['POST /control/interactions', ({ body }) => interactions.run(interactionRequest.parse(body))],
      ['POST /control/messages', (input) => writeMessage(world, input)],
      ['POST /control/faults', ({ body }) => injectFault(faults, body)],
      ...personOperations(world),
    ]);
  }

  /** Answers one request; never throws. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body } = await this.#answer(request);
    const json = JSON.stringify(body ?? {});
    response
      .writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(json) })
      .end(json);
  }

  async #answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const operation = this.#operations.get(`${request.method} ${url.pathname}`);
    if (!operation) return { status: 404, body: { error: `There is no ${request.method} ${url.pathname}` } };
    try {
      const { json, files } = await readBody(request);
      const query = Object.fromEntries(url.searchParams);
      return { status: 200, body: await operation({ body: json, files, query }) };
    } catch (error) {
      return refusalOf(error);
    }
  }
}

function writeMessage(world: World, { body, files }: Input): object {
  const { content, replyTo, ...names } = messageRequest.parse(body);
  const attachments = files.map(({ filename, bytes, contentType }) => ({
    filename,
    bytes,
    ...(contentType !== undefined && { contentType }),
  }));
  return send(findPlayer(world, names), content, { attachments, ...(replyTo !== undefined && { replyTo }) });
}

function refusalOf(error: unknown): { status: number; body: { error: string; reason?: string } } {
  if (error instanceof ControlError) return { status: error.status, body: { error: error.message } };
  if (error instanceof SandboxActionError) {
    return { status: 409, body: { error: error.message, reason: error.reason } };
  }
  if (error instanceof CommandLineError) return { status: 400, body: { error: error.message } };
  if (error instanceof DiscordError) return { status: error.status, body: { error: error.message } };
  if (error instanceof z.ZodError) return { status: 400, body: { error: z.prettifyError(error) } };
  const message = error instanceof Error ? error.message : String(error);
  return { status: 500, body: { error: `The sandbox failed: ${message}` } };
}
