import { quotable, refusal, type UserError } from '@twi/sdk';

type Refusal = UserError.Options;

/** Numbers of items are not grouped: `#1000`, as people type them. */
export function itemNotFound(number: number): Refusal {
  return refusal('gallery:errors.item-not-found', { number });
}

export function itemDeleted(number: number): Refusal {
  return refusal('gallery:errors.item-deleted', { number });
}

export function itemNotDeleted(number: number): Refusal {
  return refusal('gallery:errors.item-not-deleted', { number });
}

export function nothingToChange(number: number): Refusal {
  return refusal('gallery:errors.nothing-to-change', { number });
}

export function changedSince(number: number): Refusal {
  return refusal('gallery:errors.changed-since', { number });
}

export function galleryFull(most: number): Refusal {
  return refusal('gallery:errors.gallery-full', { most });
}

/** A message gives one item; another one took the place of what was removed. */
export function sourceTaken(number: number, other: number): Refusal {
  return refusal('gallery:errors.source-taken', { number, other });
}

export function emptyTitle(): Refusal {
  return refusal('gallery:errors.empty-title');
}

export function tooLong(option: string, length: number, most: number): Refusal {
  return refusal('gallery:errors.too-long', { option, length, most });
}

export function badUrl(given: string): Refusal {
  return refusal('gallery:errors.bad-url', { given: quotable(given) });
}

export function badTag(given: string, most: number): Refusal {
  return refusal('gallery:errors.bad-tag', { given: quotable(given), most });
}

export function tooManyTags(count: number, most: number): Refusal {
  return refusal('gallery:errors.too-many-tags', { count, most });
}

export function noWords(given: string): Refusal {
  return refusal('gallery:errors.no-words', { given: quotable(given) });
}

export function badId(given: string): Refusal {
  return refusal('gallery:errors.bad-id', { given: quotable(given) });
}

/** An NSFW item, asked for where everybody would see it. */
export function shownElsewhere(number: number): Refusal {
  return refusal('gallery:errors.shown-elsewhere', { number });
}

export function notYours(number: number): Refusal {
  return refusal('gallery:errors.not-yours', { number });
}

/** @param both whether both were given, or none */
export function imageOrUrl(both: boolean): Refusal {
  return both ? refusal('gallery:errors.image-and-url') : refusal('gallery:errors.image-or-url');
}

export function nsfwHere(): Refusal {
  return refusal('gallery:errors.nsfw-here');
}

export function notToBeSeen(name: string): Refusal {
  return refusal('gallery:errors.not-to-be-seen', { name: quotable(name) });
}

export function fileTooLarge(bytes: number, most: number): Refusal {
  return refusal('gallery:errors.file-too-large', { size: inMebibytes(bytes), most: inMebibytes(most) });
}

function inMebibytes(bytes: number): number {
  return Math.ceil((bytes / 1_048_576) * 10) / 10;
}

export function fileGone(): Refusal {
  return refusal('gallery:errors.file-gone');
}

export function alreadyThere(number: number, by: 'address' | 'file' | 'message' | 'picture'): Refusal {
  return refusal(`gallery:errors.already-there-${by}`, { number });
}

export function notYourPages(): Refusal {
  return refusal('gallery:errors.not-your-pages');
}
