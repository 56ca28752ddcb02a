import { LinkifyIt } from 'linkify-it';
import { fileKind } from './file-kind.ts';
import { linkedSite } from './linked-site.ts';
import type { SourceFile, SourceLink } from './repost-source.ts';

/** What Discord made of a link: the part of an embed that is read here. */
export interface LinkPreview {
  readonly url: string | null;
  readonly title: string | null;
  readonly pictureUrl: string | null;
}

export interface LinkedParts {
  readonly files: readonly SourceFile[];
  readonly links: readonly SourceLink[];
  /** The text without the addresses of the files. */
  readonly text: string;
}

/** Enough for what one message can hold. */
const MOST_LINKS = 25;

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

/** Finds the links of a text, and tells those that are files from those that are pages. */
export function readLinks(
  content: string,
  { previews, cdn }: { readonly previews: readonly LinkPreview[]; readonly cdn?: string | undefined },
): LinkedParts {
  const files: SourceFile[] = [];
  const links: SourceLink[] = [];
  let text = content;
  for (const { raw, url } of addressesOf(content)) {
    const site = linkedSite(url, cdn);
    if (site === 'discord-file' || site === 'image') {
      files.push(linkedFile(url, isSpoilered(content, raw)));
      text = text.replace(raw, '');
    } else {
      const preview = previews.find((candidate) => candidate.url === url.href || candidate.url === raw);
      links.push({
        url: url.href,
        site,
        title: preview?.title ?? null,
        previewUrl: preview?.pictureUrl ?? null,
      });
    }
  }
  return { files, links, text: withoutEmptyMarks(text) };
}

function addressesOf(content: string): readonly { readonly raw: string; readonly url: URL }[] {
  const seen = new Map<string, { raw: string; url: URL }>();
  // The marks of spoilers belong to no address, and the finder does not look behind them.
  for (const { raw } of linkify.match(content.replaceAll('|', ' ')) ?? []) {
    const url = URL.parse(raw);
    if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) continue;
    if (!seen.has(url.href)) seen.set(url.href, { raw, url });
  }
  return [...seen.values()].slice(0, MOST_LINKS);
}

function isSpoilered(content: string, address: string): boolean {
  const before = content.slice(0, content.indexOf(address));
  return before.split('||').length % 2 === 0 && content.includes('||', before.length + address.length);
}

function linkedFile(url: URL, isSpoiler: boolean): SourceFile {
  const name = nameOf(url);
  return {
    url: url.href,
    name,
    kind: fileKind(name),
    contentType: null,
    size: null,
    width: null,
    height: null,
    isSpoiler: isSpoiler || name.startsWith('SPOILER_'),
    altText: null,
  };
}

function nameOf({ pathname }: URL): string {
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'file';
  } catch {
    // -- an address with a broken escape is a name as it stands
    return last;
  }
}

/** What is left of `<…>`, `||…||` and lines around an address that was taken out. */
function withoutEmptyMarks(text: string): string {
  return text
    .replaceAll(/<\s*>|\|\|\s*\|\|/g, '')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
