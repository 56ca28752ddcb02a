import { MessageFlags } from 'discord-api-types/v10';
import { allowedMentionsProblems } from './allowed-mentions.ts';
import { attachmentsProblems } from './attachments.ts';
import { componentsProblems, type ComponentsVersion } from './components.ts';
import { DiscordError, type Problem } from './discord-error.ts';
import { embedsProblems } from './embeds.ts';
import {
  asList,
  asNumber,
  asObject,
  asText,
  characters,
  isAbsent,
  isBlank,
  type JsonObject,
} from './json.ts';
import { type Path, tooLong } from './problem.ts';
import { pollProblems } from './polls.ts';
import type { UploadedFile } from './request.ts';

const MAXIMUM_CONTENT = 2_000;
const FORWARD = 1;

/** How a message stands to what is there already. */
interface MessageContext {
  readonly path: Path;
  readonly files: readonly UploadedFile[];
  /** `edit` keeps whatever the body leaves out. */
  readonly kind: 'create' | 'edit';
  /** Flags of the message that is edited, where they are known. */
  readonly flags?: number | undefined;
}

/**
 * What the description does not hold of messages, in every place where one is sent.
 *
 * @see https://docs.discord.com/developers/resources/message#create-message
 */
export function* messageProblems(value: unknown, context: MessageContext): Generator<Problem> {
  const body = asObject(value);
  const { path, files, kind } = context;
  const version = versionOf(body, context);
  if (characters(asText(body['content']).trim()) > MAXIMUM_CONTENT) {
    yield tooLong([...path, 'content'], MAXIMUM_CONTENT);
  }
  if (version === 'v2') yield* legacyProblems(body, path);
  yield* embedsProblems(body['embeds'], [...path, 'embeds']);
  yield* componentsProblems(body['components'], { version, files: kind === 'create' ? files : undefined }, [
    ...path,
    'components',
  ]);
  yield* allowedMentionsProblems(body['allowed_mentions'], [...path, 'allowed_mentions']);
  yield* attachmentsProblems(body['attachments'], files, [...path, 'attachments']);
  yield* pollProblems(body['poll'], [...path, 'poll']);
}

/**
 * A new message says something or brings a file.
 *
 * @throws {DiscordError} 50006, after all faults of the form.
 */
export function refuseEmptyMessage(value: unknown, files: readonly UploadedFile[]): void {
  if (files.length > 0 || !saysNothing(asObject(value))) return;
  throw new DiscordError(400, 50_006, 'Cannot send an empty message');
}

function versionOf(body: JsonObject, { kind, flags }: MessageContext): ComponentsVersion {
  const isV2 = (((asNumber(body['flags']) ?? 0) | (flags ?? 0)) & MessageFlags.IsComponentsV2) !== 0;
  if (isV2) return 'v2';
  return kind === 'edit' && flags === undefined ? 'unknown' : 'v1';
}

function saysNothing(body: JsonObject): boolean {
  const lists = ['embeds', 'components', 'sticker_ids', 'attachments'] as const;
  const isForward = asNumber(asObject(body['message_reference'])['type']) === FORWARD;
  return (
    isBlank(asText(body['content'])) &&
    lists.every((name) => asList(body[name]).length === 0) &&
    isAbsent(body['poll']) &&
    isAbsent(body['shared_client_theme']) &&
    !isForward
  );
}

/** A message of the new components has nothing but them. */
function* legacyProblems(body: JsonObject, path: Path): Generator<Problem> {
  for (const name of ['content', 'embeds', 'sticker_ids', 'poll'] as const) {
    const field = body[name];
    if (isAbsent(field) || field === '' || (Array.isArray(field) && field.length === 0)) continue;
    yield {
      path: [...path, name],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    };
  }
}
