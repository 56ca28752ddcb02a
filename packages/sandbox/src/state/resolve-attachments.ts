import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { attachmentUrl } from './attachment-url.ts';
import type { AttachmentRecord } from './attachment.ts';
import type { World } from './world.ts';

const SCHEME = 'attachment://';
/** The fields of embeds and components below which an address of a file may stand. */
const FILE_FIELDS: ReadonlySet<string> = new Set([
  'accessory',
  'author',
  'components',
  'file',
  'footer',
  'image',
  'items',
  'media',
  'thumbnail',
]);

/** Parts of a message with the addresses of its files in place of their names. */
export interface ResolvedParts {
  readonly embeds: APIEmbed[];
  readonly components: APIMessageTopLevelComponent[];
  /** Files that a part shows; they do not stand among the attachments. */
  readonly shown: ReadonlySet<AttachmentRecord>;
}

/**
 * Puts addresses in place of `attachment://name` in embeds and in galleries, thumbnails, files and sections.
 * Source: Discord's documentation, "Uploading Files" and "Unfurled Media Item".
 */
export function resolveAttachments(
  world: World,
  files: readonly AttachmentRecord[],
  parts: {
    readonly embeds: readonly APIEmbed[];
    readonly components: readonly APIMessageTopLevelComponent[];
  },
): ResolvedParts {
  const shown = new Set<AttachmentRecord>();
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const media = mediaOf(world, value, files);
    if (media) shown.add(media.file);
    const fields = Object.entries(media ? { ...value, ...media.fields } : value);
    return Object.fromEntries(
      fields.map(([name, field]) => [name, FILE_FIELDS.has(name) ? resolve(field) : field]),
    );
  };
  return {
    // -- an address takes the place of another, and no other field changes
    embeds: parts.embeds.map(resolve) as APIEmbed[],
    components: parts.components.map(resolve) as APIMessageTopLevelComponent[],
    shown,
  };
}

function mediaOf(world: World, value: object, files: readonly AttachmentRecord[]) {
  for (const key of ['url', 'icon_url']) {
    const given: unknown = Reflect.get(value, key);
    const file = files.find(({ filename }) => given === SCHEME + filename);
    if (!file) continue;
    const url = attachmentUrl(world, file);
    return { file, fields: { [key]: url, ...(key === 'url' && mediaFields(file, url)) } };
  }
  return undefined;
}

function mediaFields(file: AttachmentRecord, url: string) {
  return { proxy_url: url, content_type: file.contentType, attachment_id: file.id };
}
