const FILES = '/attachments/';

/**
 * Finds what the sandbox itself serves, by whichever name of this machine the page was opened.
 *
 * @returns an address of this page's origin; undefined for anything elsewhere, which is never loaded
 */
export function localUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { port, pathname, search } = new URL(url);
  return port === location.port && pathname.startsWith(FILES) ? pathname + search : undefined;
}
