import { webcrypto } from 'node:crypto';
import type sharpPhash from 'sharp-phash';
import type { LoadedFile } from './file-loader.ts';

type PerceptualHash = (typeof sharpPhash)['default'];

/** By what a file is known again. */
export interface Fingerprint {
  /** In hexadecimal digits. */
  readonly sha256: string;
  /** 64 binary digits; `null` for what is no picture that can be read. */
  readonly perceptualHash: string | null;
}

/** A picture of more pixels would take more memory than the file it comes in; it is known by its bytes alone. */
const MOST_PIXELS = 50_000_000;

/** By what files are known again, in their order; `null` for one without its bytes. */
export async function fingerprintsOf(files: readonly LoadedFile[]): Promise<(Fingerprint | null)[]> {
  const prints: (Fingerprint | null)[] = [];
  // One after the other, as a picture takes memory for its pixels.
  for (const { file, bytes } of files)
    prints.push(bytes && (await fingerprint(bytes, { isPicture: file.kind === 'image' })));
  return prints;
}

/** Both hashes are computed on threads beside the event loop. */
async function fingerprint(
  bytes: Buffer<ArrayBuffer>,
  { isPicture }: { readonly isPicture: boolean },
): Promise<Fingerprint> {
  return { sha256: await sha256Of(bytes), perceptualHash: isPicture ? await likeness(bytes) : null };
}

/** By which exactly these bytes are known again, in hexadecimal digits. */
export async function sha256Of(bytes: Buffer<ArrayBuffer>): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
}

async function likeness(bytes: Buffer): Promise<string | null> {
  const perceptualHash = await loadHash();
  try {
    return await perceptualHash(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 });
  } catch {
    // -- whatever calls itself a picture and is none, or is too large, is told apart by its bytes
    return null;
  }
}

/** With the first picture: its library of pictures takes a while to load. */
async function loadHash(): Promise<PerceptualHash> {
  const { default: loaded } = await import('sharp-phash');
  // -- the package is CommonJS and exports the function itself; its types tell of a `default` in it that is not there
  return loaded as unknown as PerceptualHash;
}
