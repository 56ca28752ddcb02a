/**
 * When an address of Discord's attachments expires, in milliseconds since 1970; `undefined` for one that does not.
 *
 * https://docs.discord.com/developers/reference#signed-attachment-cdn-urls
 */
export function expiryOf(address: string): number | undefined {
  const seconds = URL.parse(address)?.searchParams.get('ex');
  return seconds && /^[0-9a-f]{1,12}$/i.test(seconds) ? Number.parseInt(seconds, 16) * 1_000 : undefined;
}
