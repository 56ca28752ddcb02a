import { extname } from 'node:path';

/** What a file is to people who look at it. */
export type FileKind = 'image' | 'video' | 'audio' | 'file';

/** Names that files have whose type Discord was not told. */
const EXTENSIONS: Readonly<Record<string, FileKind>> = {
  '.apng': 'image',
  '.avif': 'image',
  '.gif': 'image',
  '.jpeg': 'image',
  '.jpg': 'image',
  '.png': 'image',
  '.webp': 'image',
  '.m4v': 'video',
  '.mov': 'video',
  '.mp4': 'video',
  '.webm': 'video',
  '.flac': 'audio',
  '.m4a': 'audio',
  '.mp3': 'audio',
  '.ogg': 'audio',
  '.opus': 'audio',
  '.wav': 'audio',
};

/** The kind of a file by its content type, else by the end of its name. */
export function fileKind(name: string, contentType?: string | null): FileKind {
  const [type] = (contentType ?? '').split('/');
  if (type === 'image' || type === 'video' || type === 'audio') return type;
  if (contentType && contentType !== 'application/octet-stream') return 'file';
  return EXTENSIONS[extname(name).toLowerCase()] ?? 'file';
}
