import { UpstreamError } from '@twi/sdk';
import type { GalleryContext } from '../context.ts';
import { validUrl } from '../items/item-content.ts';
import { download } from './download.ts';
import { isPicture } from './is-picture.ts';

/** Larger pictures are shown as links. With {@link MOST_AT_ONCE}, at most 32 MiB are in memory. */
const MOST_BYTES = 8_388_608;
const MOST_AT_ONCE = 4;
/** People wait for it. */
const TIMEOUT_MS = 10_000;

/** What is found at an address. */
export interface FoundAddress {
  /** As it is kept. */
  readonly url: string;
  /** A picture can be shown as it is; anything else is a link. */
  readonly kind: 'image' | 'link';
}

/** Looks at addresses that people give, through the host's client, which opens nothing of a private network. */
export class Addresses {
  readonly #context: GalleryContext;
  #looks = 0;

  constructor(context: GalleryContext) {
    this.#context = context;
  }

  /**
   * Finds out whether a picture is there, by its bytes.
   * What does not answer, or not in time, is a link.
   *
   * @throws {UserError} `gallery.bad-url`, and that of the client for an address which may not be opened
   */
  async look(typed: string): Promise<FoundAddress> {
    const url = validUrl(typed);
    if (this.#looks >= MOST_AT_ONCE) return { url, kind: 'link' };
    this.#looks += 1;
    try {
      return { url, kind: (await this.#isPicture(url)) ? 'image' : 'link' };
    } finally {
      this.#looks -= 1;
    }
  }

  async #isPicture(url: string): Promise<boolean> {
    try {
      const limits = { maxBytes: MOST_BYTES, patienceMs: TIMEOUT_MS, option: 'url' };
      const bytes = await download(this.#context.http, url, limits);
      return typeof bytes !== 'string' && (await isPicture(bytes));
    } catch (error) {
      if (error instanceof UpstreamError) return false;
      throw error;
    }
  }
}
