/**
 * What a request of `context.http` may say in got's `context` option.
 *
 * @example
 * const page = await http.get(link, { context: { maxBytes: 512_000, option: 'link' } satisfies RequestLimits });
 */
export type RequestLimits = {
  /** The largest answer in bytes, after decompression. Default: 10 MiB. */
  readonly maxBytes?: number;
  /** The option of a command that the address was typed into, which a refusal of the address then names. */
  readonly option?: string;
};
