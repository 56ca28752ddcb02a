import { RepostAuthorHandler } from './repost-author.ts';
import { RepostFormHandler } from './repost-form.ts';
import { RepostSelectHandler } from './repost-select.ts';
import { RepostHandler } from './repost.ts';

/** What answers the components of reposts, by the name in their custom ids. */
export const repostHandlers = {
  repost: RepostHandler,
  'repost-author': RepostAuthorHandler,
  'repost-form': RepostFormHandler,
  'repost-select': RepostSelectHandler,
};
