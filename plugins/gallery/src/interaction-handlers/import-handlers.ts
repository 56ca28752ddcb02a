import { ImportListHandler } from './import-list.ts';
import { ImportHandler } from './import.ts';
import { ReviewFormHandler } from './review-form.ts';
import { ReviewHandler } from './review.ts';

/** What answers the buttons and forms of imports and their review, by the name in their custom ids. */
export const importHandlers = {
  import: ImportHandler,
  'import-list': ImportListHandler,
  review: ReviewHandler,
  'review-form': ReviewFormHandler,
};
