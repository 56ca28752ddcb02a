import { extname } from 'node:path';
import type { AttachmentRecord } from '../state/attachment.ts';
import type { World } from '../state/world.ts';

/** A file as it arrived in a request. */
export interface ReceivedFile {
  /** Name of its form field, such as `files[0]`. */
  readonly field: string;
  readonly filename: string;
  readonly contentType?: string | undefined;
  readonly bytes: Buffer;
}

/** What a message body says about an attachment: a new file by its index, or one to keep by its id. */
export interface AttachmentEntry {
  readonly id: string | number;
  readonly filename?: string;
  readonly description?: string | null;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.csv': 'text/csv; charset=utf-8',
  '.flac': 'audio/flac',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json; charset=utf-8',
  '.m4a': 'audio/mp4',
  '.mov': 'video/quicktime',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wav': 'audio/x-wav',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.zip': 'application/zip',
};

/** Stores uploaded files and returns their attachment ids, in order. */
export function storeFiles(
  world: World,
  channelId: string,
  files: readonly ReceivedFile[],
  entries: readonly AttachmentEntry[] = [],
): string[] {
  return files.map((file) => {
    const index = /\[(\d+)\]/.exec(file.field)?.[1];
    const entry = entries.find((candidate) => String(candidate.id) === index);
    const record: AttachmentRecord = {
      id: world.ids.next(),
      channelId,
      filename: safeName(entry?.filename ?? file.filename),
      contentType: contentTypeOf(file),
      bytes: file.bytes,
      ...(typeof entry?.description === 'string' && { description: entry.description }),
    };
    world.state.attachments.set(record.id, record);
    return record.id;
  });
}

/** Discord replaces what would be awkward in an address. */
function safeName(filename: string): string {
  return filename.replace(/[^\w.()-]+/g, '_');
}

function contentTypeOf(file: ReceivedFile): string {
  const known = CONTENT_TYPES[extname(file.filename).toLowerCase()];
  return known ?? file.contentType ?? 'application/octet-stream';
}
