import { ComponentType } from 'discord-api-types/v10';
import { referencedAttachmentProblems } from './attachments.ts';
import { buttonProblems } from './buttons.ts';
import { everyComponent, placed, type PlacedComponent } from './component-tree.ts';
import type { Problem } from './discord-error.ts';
import { asList, asObject, asText, characters } from './json.ts';
import { notOneOfType, type Path, tooLong } from './problem.ts';
import type { UploadedFile } from './request.ts';
import { selectProblems } from './selects.ts';
import { ATTACHMENT, schemeProblems, WEB_OR_ATTACHMENT } from './urls.ts';

const MAXIMUM_ROWS = 5;
const ROW_WIDTH = 5;
const MAXIMUM_COMPONENTS = 40;
const MAXIMUM_TEXT = 4_000;
const SELECTS: ReadonlySet<number | undefined> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** Which components a message may have: `unknown` where the message to edit is not known. */
export type ComponentsVersion = 'v1' | 'v2' | 'unknown';

interface Surroundings {
  readonly version: ComponentsVersion;
  /** The files that components may show, `undefined` where the message may have others already. */
  readonly files: readonly UploadedFile[] | undefined;
}

/**
 * What the description does not hold of a message's components.
 *
 * @see https://docs.discord.com/developers/components/reference
 */
export function* componentsProblems(value: unknown, around: Surroundings, path: Path): Generator<Problem> {
  if (around.version === 'v1') yield* rowsOnlyProblems(value, path);
  if (around.version === 'v2') yield* sizeProblems(value, path);
  yield* customIdProblems(value, path);
  for (const place of everyComponent(value, path)) {
    yield* componentProblems(place);
    if (around.files) yield* mediaProblems(place, around.files);
  }
}

/** Rows, buttons and selects, wherever they stand. */
export function* componentProblems({ component, type, path }: PlacedComponent): Generator<Problem> {
  if (type === ComponentType.ActionRow)
    yield* widthProblems(component['components'], [...path, 'components']);
  if (type === ComponentType.Button) yield* buttonProblems(component, path);
  if (SELECTS.has(type)) yield* selectProblems(component, path);
  const schemes = type === ComponentType.File ? ATTACHMENT : WEB_OR_ATTACHMENT;
  for (const { url, path: place } of mediaOf({ component, type, path })) {
    yield* schemeProblems(url, schemes, place);
  }
}

/** Custom ids of one message or modal are unique. */
export function* customIdProblems(value: unknown, path: Path): Generator<Problem> {
  const known = new Set<string>();
  for (const { component, path: place } of everyComponent(value, path)) {
    const id = asText(component['custom_id']);
    if (id === '') continue;
    if (known.has(id)) {
      yield {
        path: [...place, 'custom_id'],
        code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
        message: 'Component custom id cannot be duplicated',
      };
    }
    known.add(id);
  }
}

function* rowsOnlyProblems(value: unknown, path: Path): Generator<Problem> {
  if (asList(value).length > MAXIMUM_ROWS) yield tooLong(path, MAXIMUM_ROWS);
  for (const { type, path: place } of placed(value, path)) {
    if (type !== ComponentType.ActionRow) yield notOneOfType([...place, 'type'], [ComponentType.ActionRow]);
  }
}

/** A row is five buttons wide; a select, as a text input, fills it alone. */
function* widthProblems(value: unknown, path: Path): Generator<Problem> {
  let width = 0;
  for (const { type, path: place } of placed(value, path)) {
    width += type === ComponentType.Button ? 1 : ROW_WIDTH;
    if (width <= ROW_WIDTH) continue;
    yield {
      path: place,
      code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      message: 'The specified component exceeds the maximum width',
    };
  }
}

function* sizeProblems(value: unknown, path: Path): Generator<Problem> {
  const all = [...everyComponent(value, path)];
  if (all.length > MAXIMUM_COMPONENTS) {
    yield {
      path,
      code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      message: `The total number of components cannot exceed ${MAXIMUM_COMPONENTS}`,
    };
  }
  const text = all
    .filter(({ type }) => type === ComponentType.TextDisplay)
    .reduce((sum, { component }) => sum + characters(asText(component['content']).trim()), 0);
  if (text > MAXIMUM_TEXT) {
    yield {
      path,
      code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      message: `Components displayable text size exceeds maximum size of ${MAXIMUM_TEXT}`,
    };
  }
}

function* mediaProblems(place: PlacedComponent, files: readonly UploadedFile[]): Generator<Problem> {
  for (const { url, path } of mediaOf(place)) yield* referencedAttachmentProblems(url, files, path);
}

function mediaOf({ component, type, path }: PlacedComponent): readonly { url: unknown; path: Path }[] {
  switch (type) {
    case ComponentType.Thumbnail:
      return [{ url: asObject(component['media'])['url'], path: [...path, 'media', 'url'] }];
    case ComponentType.File:
      return [{ url: asObject(component['file'])['url'], path: [...path, 'file', 'url'] }];
    case ComponentType.MediaGallery:
      return asList(component['items']).map((item, index) => ({
        url: asObject(asObject(item)['media'])['url'],
        path: [...path, 'items', index, 'media', 'url'],
      }));
    case undefined:
    default:
      return [];
  }
}
