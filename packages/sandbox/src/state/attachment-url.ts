import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AttachmentRecord } from './attachment.ts';
import type { World } from './world.ts';

/** Signs an address under which the file can be fetched until it expires, as Discord's `ex`, `is` and `hm` do. */
export function attachmentUrl(world: World, file: AttachmentRecord): string {
  const now = Date.now();
  const issued = Math.floor(now / 1_000).toString(16);
  const expires = Math.floor((now + world.attachmentLifetimeMs) / 1_000).toString(16);
  const path = attachmentPath(file);
  return `${world.origin}${path}?ex=${expires}&is=${issued}&hm=${sign(world, path, expires, issued)}&`;
}

/** Finds the file a signed address names; undefined where the signature is wrong or its time is over. */
export function fileOfUrl(world: World, path: string, query: URLSearchParams): AttachmentRecord | undefined {
  const [expires, issued, signature] = [query.get('ex'), query.get('is'), query.get('hm')];
  if (expires === null || issued === null || signature === null) return undefined;
  const file = fileOfPath(world, path);
  if (!file) return undefined;
  const expected = Buffer.from(sign(world, attachmentPath(file), expires, issued));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  return Number.parseInt(expires, 16) * 1_000 > Date.now() ? file : undefined;
}

/** Finds the file that a path names, whatever the signature behind it. */
export function fileOfPath(world: World, path: string): AttachmentRecord | undefined {
  const file = world.state.attachments.get(path.split('/')[3] ?? '');
  return file && decoded(path) === decoded(attachmentPath(file)) ? file : undefined;
}

/** Undefined for a path that nothing encodes to, such as `%E0%A4`. */
function decoded(path: string): string | undefined {
  try {
    return decodeURI(path);
  } catch {
    return undefined;
  }
}

function attachmentPath(file: AttachmentRecord): string {
  return `/attachments/${file.channelId}/${file.id}/${encodeURIComponent(file.filename)}`;
}

function sign(world: World, path: string, expires: string, issued: string): string {
  return createHmac('sha256', world.state.signingKey).update(`${path}?${expires}&${issued}`).digest('hex');
}
