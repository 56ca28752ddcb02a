import { galleryEnglish } from './gallery-english.ts';
import { repostEnglish } from './repost-english.ts';

/** What the gallery says to members; the other languages translate it. English descriptions of commands are in their builders. */
export const english = {
  errors: {
    'item-not-found': 'There is no item #{{number}} in this gallery.',
    'item-deleted': 'Item #{{number}} is removed already.',
    'item-not-deleted': 'Item #{{number}} is not removed.',
    'nothing-to-change': 'Nothing of item #{{number}} would change. Give what should become different.',
    'changed-since': 'Somebody has changed item #{{number}} since, so nothing was changed.',
    'gallery-full':
      'This gallery is full: it holds {{most, number}} items. Remove some, or ask those who manage this server to raise `maxItems` of the plugin `gallery` with `/config set`.',
    'source-taken': 'Item #{{other}} comes from the same message as #{{number}}. Remove that one first.',
    'empty-title': '`title` is empty; 1 to 100 characters are accepted.',
    'too-long': '`{{option}}` has {{length, number}} characters; up to {{most, number}} are accepted.',
    'bad-url':
      '`url` does not take “{{given}}”. Give an address that begins with `https://` or `http://` and has no password in it.',
    'bad-tag':
      '`tags` does not take “{{given}}”. A tag has up to {{most, number}} characters, among them a letter or digit, and is not an id.',
    'no-words': '`query` does not take “{{given}}”. Give one or more words with letters or digits.',
    'bad-id': '`id` does not take “{{given}}”. Pick one of the suggestions, or give the number of an item.',
    'shown-elsewhere': 'Item #{{number}} is NSFW, and is shown in age-restricted channels alone.',
    'not-yours':
      'Item #{{number}} was added by somebody else. To change it, you need the permission `gallery.manage`.',
    'image-or-url': 'Give either `url` or `image`: what should be added?',
    'image-and-url': 'Give `url` or `image`, not both: an item is one or the other.',
    'nsfw-here':
      'An NSFW `image` can be added in an age-restricted channel alone, because it is posted there.',
    'not-to-be-seen': '`image` does not take “{{name}}”. Give a picture, a video or a sound.',
    'file-too-large':
      '`image` has {{size, number}} MiB; up to {{most, number}} MiB can be kept in this server. Add where it is as `url`.',
    'file-gone': 'Discord does not hand out the file of `image` any more. Attach it again.',
    'already-there-message': 'That message is in the gallery already, as #{{number}}.',
    'already-there-file': 'That file is in the gallery already, as #{{number}}.',
    'already-there-picture': 'A picture that looks the same is in the gallery already, as #{{number}}.',
    'already-there-address': 'That address is in the gallery already, as #{{number}}.',
    'not-your-pages': 'Somebody else asked for this. Type the command yourself to look through the gallery.',
    'too-many-tags': '`tags` has {{count, number}} tags; up to {{most, number}} are accepted.',
  },
  ...galleryEnglish,
  repost: repostEnglish,
} as const;
