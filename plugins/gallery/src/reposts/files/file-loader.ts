import { UserError } from '@twi/sdk';
import type { GalleryContext } from '../../context.ts';
import { download } from '../../files/download.ts';
import { isPicture } from '../../files/is-picture.ts';
import type { SourceFile } from '../detection/repost-source.ts';
import { filesGone, noPicture } from '../repost-refusals.ts';
import { refreshAddresses } from './refresh-addresses.ts';
import { MOST_BYTES } from './repost-slots.ts';

/** A file with its bytes, or without them where it is too large to be copied. */
export interface LoadedFile {
  readonly file: SourceFile;
  readonly bytes: Buffer<ArrayBuffer> | null;
}

/** Brings the bytes of files into memory; run it within a slot. */
export class FileLoader {
  readonly #context: GalleryContext;

  constructor(context: GalleryContext) {
    this.#context = context;
  }

  /**
   * Downloads files in their order, as long as they fit: each into `limit` bytes, all together into what one repost may
   * hold.
   *
   * @throws {UserError} `gallery.repost-files-gone` when one cannot be had any more, `gallery.repost-no-picture` for a link to a
   * picture behind which is a page
   */
  async load(files: readonly SourceFile[], limit: number): Promise<readonly LoadedFile[]> {
    const addresses = await refreshAddresses(
      this.#context,
      files.map(({ url }) => url),
    );
    const loaded: LoadedFile[] = [];
    let room = MOST_BYTES;
    for (const file of files) {
      const most = Math.min(limit, room);
      const fits = (file.size ?? 0) <= most;
      const address = addresses.get(file.url) ?? file.url;
      const got = fits ? await download(this.#context.http, address, { maxBytes: most }) : 'too-large';
      if (got === 'gone') throw new UserError(filesGone([file.name]));
      const bytes = got === 'too-large' ? null : got;
      if (bytes && isLinkedPicture(file) && !(await isPicture(bytes)))
        throw new UserError(noPicture(file.name));
      room -= bytes?.length ?? 0;
      loaded.push({ file, bytes });
    }
    return loaded;
  }
}

/** Discord says how large its own files are, and what they hold is their owners' business. */
function isLinkedPicture({ kind, size }: SourceFile): boolean {
  return kind === 'image' && size === null;
}
