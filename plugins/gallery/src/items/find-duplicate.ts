import { DuplicateRepository } from '../database/duplicate-repository.ts';
import type { GalleryTransaction } from '../context.ts';
import type { DuplicateKind, NewFile } from './new-item.ts';

/** Of the 64 digits of two pictures that look alike, at most so many differ. */
const MOST_DIFFERENT_DIGITS = 6;

/** What of an item tells whether it is there already. */
export interface Traits {
  readonly guildId: string;
  readonly url?: string | null | undefined;
  readonly sourceMessageId?: string | undefined;
  readonly files?: readonly Pick<NewFile, 'perceptualHash' | 'sha256'>[] | undefined;
}

export interface Duplicate {
  readonly by: DuplicateKind;
  /** The item that is there. */
  readonly number: number;
}

/** The item that came from the same message. */
export async function findSameMessage(db: Database, traits: Traits): Promise<Duplicate | undefined> {
  if (!traits.sourceMessageId) return undefined;
  const found = await new DuplicateRepository(db).findBySource(traits.guildId, traits.sourceMessageId);
  return found && { by: 'message', number: found.number };
}

/** An item with the same bytes, a picture that looks alike, or the same address. */
export async function findSameContent(
  db: Database,
  { guildId, files = [], url }: Traits,
): Promise<Duplicate | undefined> {
  const duplicates = new DuplicateRepository(db);
  const hashes = files.flatMap(({ sha256 }) => sha256 ?? []);
  const sameFile = hashes.length > 0 ? await duplicates.findBySha256(guildId, hashes) : undefined;
  if (sameFile !== undefined) return { by: 'file', number: sameFile };

  const looks = files.flatMap(({ perceptualHash }) => perceptualHash ?? []);
  const alike =
    looks.length > 0 ? await duplicates.findAlike(guildId, looks, MOST_DIFFERENT_DIGITS) : undefined;
  if (alike !== undefined) return { by: 'picture', number: alike };

  const sameAddress = url ? await duplicates.findByUrl(guildId, url) : undefined;
  return sameAddress && { by: 'address', number: sameAddress.number };
}

type Database = ConstructorParameters<typeof DuplicateRepository>[0] | GalleryTransaction;
