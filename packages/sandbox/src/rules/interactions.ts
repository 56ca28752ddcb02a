import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { choiceValueProblems } from './command-options.ts';
import type { Problem } from './discord-error.ts';
import { asList, asNumber, asObject, isAbsent, type JsonObject } from './json.ts';
import { messageProblems, refuseEmptyMessage } from './messages.ts';
import { modalProblems } from './modals.ts';
import { notOneOf, type Path, required } from './problem.ts';
import type { RequestToValidate } from './request.ts';

const TYPES: readonly (number | undefined)[] = Object.values(InteractionResponseType).filter(
  (type) => typeof type === 'number',
);
const DATA: Path = ['data'];

/**
 * Faults of the first answer to an interaction that the description does not hold.
 *
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object
 */
export function* callbackProblems(request: RequestToValidate): Generator<Problem> {
  const body = asObject(request.body);
  const type = asNumber(body['type']);
  const data = asObject(body['data']);
  const message = { path: DATA, files: request.files };
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
      if (isAbsent(body['data']) && request.files.length === 0) yield required(DATA);
      yield* messageProblems(data, { ...message, kind: 'create' });
      break;
    case InteractionResponseType.DeferredChannelMessageWithSource:
      yield* deferProblems(data);
      break;
    case InteractionResponseType.UpdateMessage:
      yield* messageProblems(data, { ...message, kind: 'edit', flags: request.messageFlags });
      break;
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      yield* choiceValueProblems(asList(data['choices']), ['data', 'choices']);
      break;
    case InteractionResponseType.Modal:
      if (isAbsent(body['data'])) yield required(DATA);
      yield* modalProblems(data, DATA);
      break;
    case undefined:
      yield required(['type']);
      break;
    default:
      if (!TYPES.includes(type)) yield notOneOf(['type'], TYPES);
  }
}

/**
 * An answer says something.
 *
 * @throws {DiscordError} 50006
 */
export function refuseEmptyAnswer({ body, files }: RequestToValidate): void {
  const answer = asObject(body);
  if (asNumber(answer['type']) === InteractionResponseType.ChannelMessageWithSource) {
    refuseEmptyMessage(answer['data'], files);
  }
}

/** An answer that is yet to come can be hidden, nothing else. */
function* deferProblems(data: JsonObject): Generator<Problem> {
  const flags = asNumber(data['flags']) ?? 0;
  if ((flags & ~MessageFlags.Ephemeral) === 0) return;
  yield notOneOf(['data', 'flags'], [0, MessageFlags.Ephemeral]);
}
