import type { APIAttachment } from 'discord-api-types/v10';
import { localUrl } from './local-url.ts';

const SPOILER_PREFIX = 'SPOILER_';
const UNITS = ['Bytes', 'KB', 'MB'] as const;
const STEP = 1_024;
const MAXIMUM_WIDTH = 400;
const MAXIMUM_HEIGHT = 300;

/** The files of a message; pictures are shown. */
export function Attachments({ attachments }: { attachments: readonly APIAttachment[] }) {
  if (attachments.length === 0) return null;
  return (
    <discord-attachments slot="attachments">
      {attachments.map((file) =>
        file.content_type?.startsWith('image/') ? (
          <Picture key={file.id} file={file} />
        ) : (
          <File key={file.id} file={file} />
        ),
      )}
    </discord-attachments>
  );
}

function Picture({ file }: { file: APIAttachment }) {
  const picture = (
    <img
      class="picture"
      src={localUrl(file.url)}
      alt={file.description ?? file.filename}
      {...(file.width && { width: Math.min(file.width, MAXIMUM_WIDTH) })}
      style={{ maxHeight: MAXIMUM_HEIGHT }}
    />
  );
  return file.filename.startsWith(SPOILER_PREFIX) ? (
    <discord-spoiler tabIndex={0}>{picture}</discord-spoiler>
  ) : (
    picture
  );
}

function File({ file }: { file: APIAttachment }) {
  const power = file.size < STEP ? 0 : file.size < STEP * STEP ? 1 : 2;
  return (
    <discord-file-attachment
      name={file.filename}
      bytes={Math.round((file.size / STEP ** power) * 100) / 100}
      bytesUnit={UNITS[power] ?? 'Bytes'}
      href={localUrl(file.url) ?? ''}
      target="_blank"
      type={file.content_type ?? 'application/octet-stream'}
    />
  );
}
