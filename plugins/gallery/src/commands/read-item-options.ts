import { LARGEST_INTEGER } from '@twi/database';
import { UserError } from '@twi/sdk';
import type { ChatInputCommandInteraction, Snowflake } from 'discord.js';
import { badId } from '../errors.ts';
import type { ItemKey } from '../database/item-repository.ts';
import type { ItemChange } from '../items/item-changes.ts';
import { splitTags } from '../items/tags.ts';

type Invocation = ChatInputCommandInteraction<'cached'>;

/** Empties what it is given for. */
const NOTHING = '-';

/** Which item is meant. @throws {UserError} `gallery.bad-id` */
export function readKey({ guildId, options }: Invocation): ItemKey {
  const typed = options.getString('id', true);
  const [, digits] = /^\s*#?(\d{1,10})\s*$/.exec(typed) ?? [];
  const number = Number(digits ?? 0);
  if (number < 1 || number > LARGEST_INTEGER) throw new UserError(badId(typed));
  return { guildId, number };
}

/** Who made it: a person by a mention or an id, or a name. */
export function readCreator(typed: string | null): { creator: string | null; creatorId: Snowflake | null } {
  const [, id] = /^\s*(?:<@!?)?(\d{17,20})>?\s*$/.exec(typed ?? '') ?? [];
  return id ? { creator: null, creatorId: id } : { creator: typed, creatorId: null };
}

/** The same as lists filter by it. */
export function readCreatorFilter({ options }: Invocation): string | undefined {
  const { creator, creatorId } = readCreator(options.getString('creator'));
  return creatorId ? `@${creatorId}` : (creator?.trim() ?? undefined);
}

/** What `/gallery edit` is to change, apart from the address. */
export function readChange({ options }: Invocation): ItemChange {
  const title = options.getString('title');
  const description = options.getString('description');
  const tags = options.getString('tags');
  const creator = options.getString('creator');
  const nsfw = options.getBoolean('nsfw');
  return {
    ...(title !== null && { title }),
    ...(description !== null && { description: orNothing(description) }),
    ...(tags !== null && { tags: splitTags(orNothing(tags) ?? '') }),
    ...(creator !== null && readCreator(orNothing(creator))),
    ...(nsfw !== null && { nsfw }),
  };
}

/** What was typed, or nothing for what is to be emptied. */
export function orNothing(typed: string): string | null {
  return typed.trim() === NOTHING ? null : typed;
}
