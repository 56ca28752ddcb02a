import { InteractionType } from 'discord-api-types/v10';
import type { RecordedDispatch } from '../../../src/inspector/activity-log.ts';
import type { RecordedRequest } from '../../../src/rest/request-log.ts';

/** What the inspector can be narrowed to. */
export type ActivityKind = 'request' | 'event' | 'interaction';

/** One line of the inspector. */
export interface ActivityEntry {
  readonly key: string;
  readonly kind: ActivityKind;
  readonly at: number;
  readonly title: string;
  /** Shown at the right of the title: a status, or nothing. */
  readonly mark: string;
  readonly isBad: boolean;
  readonly durationMs?: number;
  /** For interactions: how long the bot took to acknowledge; undefined while it has not. */
  readonly acknowledgedAfterMs?: number | undefined;
  readonly details: object;
}

interface SentInteraction {
  readonly id: string;
  readonly type: InteractionType;
  readonly data?: { readonly name?: string; readonly custom_id?: string };
}

/** Puts everything that passed in one list, the latest first. */
export function activityEntries(
  requests: readonly RecordedRequest[],
  dispatches: readonly RecordedDispatch[],
): ActivityEntry[] {
  const entries = [
    ...requests.map(requestEntry),
    ...dispatches.map((dispatch, index) =>
      dispatch.event === 'INTERACTION_CREATE'
        ? interactionEntry(dispatch, requests)
        : eventEntry(dispatch, index),
    ),
  ];
  return entries.toSorted((one, other) => other.at - one.at);
}

function requestEntry(request: RecordedRequest): ActivityEntry {
  const { method, path, status, at, durationMs, problem } = request;
  const { body, template } = request;
  return {
    key: `request/${at}/${method}/${path}/${durationMs}`,
    kind: 'request',
    at,
    title: `${method} ${shortened(path.split('?')[0] ?? path)}`,
    mark: String(status),
    isBad: status >= 400,
    durationMs,
    details: {
      verdict: problem ? 'refused' : status >= 400 ? 'failed' : 'accepted',
      ...(problem && { problem }),
      path,
      route: template ?? 'no such route',
      ...(body !== undefined && body !== null && { body }),
    },
  };
}

function eventEntry({ event, at, data }: RecordedDispatch, index: number): ActivityEntry {
  return {
    key: `event/${at}/${event}/${index}`,
    kind: 'event',
    at,
    title: event,
    mark: '',
    isBad: false,
    details: data,
  };
}

function interactionEntry(dispatch: RecordedDispatch, requests: readonly RecordedRequest[]): ActivityEntry {
  // -- what is dispatched under this name is an interaction
  const interaction = dispatch.data as SentInteraction;
  const answer = requests.find(({ path }) => path.includes(`/interactions/${interaction.id}/`));
  return {
    key: `interaction/${interaction.id}`,
    kind: 'interaction',
    at: dispatch.at,
    title: titleOf(interaction),
    mark: '',
    isBad: answer !== undefined && answer.status >= 400,
    acknowledgedAfterMs: answer && answer.at + answer.durationMs - dispatch.at,
    details: dispatch.data,
  };
}

function titleOf({ type, data }: SentInteraction): string {
  const name = data?.name ?? data?.custom_id ?? '';
  switch (type) {
    case InteractionType.ApplicationCommand:
      return `Command ${name}`;
    case InteractionType.ApplicationCommandAutocomplete:
      return `Autocomplete ${name}`;
    case InteractionType.MessageComponent:
      return `Component ${name}`;
    case InteractionType.ModalSubmit:
      return `Modal ${name}`;
    case InteractionType.Ping:
    default:
      return 'Ping';
  }
}

/** Ids and tokens of interactions are long and say nothing; the details have them. */
function shortened(path: string): string {
  return path.replace(/(\/(?:interactions|webhooks))\/\d+\/[^/?]+/, '$1/…');
}
