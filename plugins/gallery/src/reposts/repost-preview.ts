import type { Duplicate } from '../items/find-duplicate.ts';
import type { Item } from '../database/item-repository.ts';
import type { DraftView } from './draft-view.ts';
import type { LoadedFile } from './files/file-loader.ts';
import type { Work } from './posting/post-content.ts';

/** An item that is there already. */
export interface FoundDuplicate extends Pick<Duplicate, 'by'> {
  readonly item: Item;
}

/** What a moderator looks at before they post. */
export interface RepostPreview {
  readonly view: DraftView;
  readonly work: Work;
  /** Absent where the files are the same as at the last look. */
  readonly loaded: readonly LoadedFile[] | undefined;
  readonly duplicate: FoundDuplicate | undefined;
}
