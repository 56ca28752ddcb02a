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
    'too-many-tags': '`tags` has {{count, number}} tags; up to {{most, number}} are accepted.',
  },
} as const;
