import type { Problem } from './discord-error.ts';
import { asList, asNumber, asObject, asText } from './json.ts';
import { type Path, tooLong } from './problem.ts';
import type { UploadedFile } from './request.ts';

const MAXIMUM_FILES = 10;
// Ids of files in this request are small numbers, those of attachments that exist are snowflakes.
const SMALLEST_SNOWFLAKE = 2 ** 22;
const FILE_FIELD = /^files?\[?(\d+)\]?$/;

/** A message's attachments name files of the same request (or attachments that the message has already). */
export function* attachmentsProblems(
  value: unknown,
  files: readonly UploadedFile[],
  path: Path,
): Generator<Problem> {
  if (files.length > MAXIMUM_FILES) yield tooLong([...path.slice(0, -1), 'files'], MAXIMUM_FILES);
  const sent = new Set(files.map((file, index) => Number(FILE_FIELD.exec(file.field)?.[1] ?? index)));
  for (const [index, entry] of asList(value).entries()) {
    const id = asNumber(asObject(entry)['id']);
    if (id === undefined || id >= SMALLEST_SNOWFLAKE || sent.has(id)) continue;
    yield {
      path: [...path, index, 'id'],
      code: 'ATTACHMENT_NOT_FOUND',
      message: `No file is uploaded for attachment ${id}; send it as "files[${id}]".`,
    };
  }
}

/** A component shows an attachment that this message does not bring with it. */
export function* referencedAttachmentProblems(
  url: unknown,
  files: readonly UploadedFile[],
  path: Path,
): Generator<Problem> {
  const name = /^attachment:\/\/(.+)$/.exec(asText(url))?.[1];
  if (name === undefined || files.some((file) => plain(file.filename) === plain(name))) return;
  yield {
    path,
    code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    message: 'The referenced attachment was not found.',
  };
}

/** Discord rewrites file names; letters and digits stay. */
function plain(filename: string): string {
  return filename
    .replace(/^SPOILER_/, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
