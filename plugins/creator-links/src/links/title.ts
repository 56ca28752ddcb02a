import { UserError } from '@twi/sdk';
import { plainRefusal } from '../errors.ts';

/** The most that fits into the name of a suggestion (Interactions › Application Commands › Option Choices). */
export const MAX_TITLE_LENGTH = 100;

/** What takes a name, or a tag, away. */
export const NOTHING = '-';

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** What takes no room, and a sign that shows nothing. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u{2800}]/gu;
/** By these a title would turn what stands around it: `exe.gpj` reads `jpg.exe`. */
const TURNING = /\p{Bidi_Control}/gu;
/** Ids are erased from texts when people ask for it, and a title must not turn into another by that. */
const ID = /\d{17,20}/;

/**
 * A title as it is stored: on one line.
 *
 * @throws {UserError} `creator-links.bad-title`, `creator-links.title-with-id`
 */
export function readTitle(typed: string): string {
  const title = onOneLine(typed);
  if (title === undefined) throw new UserError(plainRefusal('bad-title'));
  if (ID.test(titleKey(title))) throw new UserError(plainRefusal('title-with-id'));
  return title;
}

/**
 * A name on another site as it is stored; `null` for `-`, which takes it away.
 *
 * @throws {UserError} `creator-links.bad-username`
 */
export function readUsername(typed: string): string | null {
  const name = onOneLine(typed);
  if (name === undefined) throw new UserError(plainRefusal('bad-username'));
  return name === NOTHING ? null : name;
}

/** What titles are compared by: neither case, nor the way of writing a character, nor what cannot be seen counts. */
export function titleKey(title: string): string {
  return title.normalize('NFKC').toLowerCase().replaceAll(INVISIBLE, '').replaceAll(/\s+/gu, ' ').trim();
}

function onOneLine(typed: string): string | undefined {
  const line = typed
    .toWellFormed()
    .replaceAll(TURNING, '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return VISIBLE.test(line.replaceAll(INVISIBLE, '')) && line.length <= MAX_TITLE_LENGTH ? line : undefined;
}
