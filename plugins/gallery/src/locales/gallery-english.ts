/** What people read when they look at the gallery, or change it. */
export const galleryEnglish = {
  item: {
    by: 'By {{who}}',
    added: 'Added on {{when}}',
    'added-by': 'Added by {{who}} on {{when}}',
    open: 'Open',
    post: 'Post',
    original: 'Original',
    another: 'Another',
    gone_one: '⚠️ A file of it is gone: the message that held it was deleted.',
    gone_other: '⚠️ {{count, number}} files of it are gone: the message that held them was deleted.',
    unreachable_one: '⚠️ A file of it cannot be shown now: Discord does not let me read where it is.',
    unreachable_other:
      '⚠️ {{count, number}} files of it cannot be shown now: Discord does not let me read where they are.',
  },
  pages: {
    gallery: 'Gallery',
    found: 'Found for “{{query}}”',
    showcase: 'New in the gallery',
    previous: 'Previous',
    next: 'Next',
  },
  empty: {
    gallery: 'There is nothing in the gallery yet that can be shown here.',
    list: 'No item fits. Try another tag or creator, as the suggestions show them.',
    search: 'Nothing has all of “{{query}}”. Try fewer words, or only how they begin.',
  },
  stats: {
    title: 'Gallery in numbers',
    items_one: '**{{count, number}}** item',
    items_other: '**{{count, number}}** items',
    tags_one: '{{count, number}} tag',
    tags_other: '{{count, number}} tags',
    creators_one: '{{count, number}} creator',
    creators_other: '{{count, number}} creators',
    growth: 'Items in the gallery',
    line: 'Items',
  },
  done: {
    adding: 'Adding **{{title}}** …',
    added: 'Added **{{title}}**.',
    edited: 'Changed item #{{number}}.',
    removed: 'Took item #{{number}} out of the gallery. `/gallery restore` brings it back.',
    restored: 'Item #{{number}} is in the gallery again.',
  },
} as const;
