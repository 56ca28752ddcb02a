/** What is said about quotes. */
export const englishQuotes = {
  title: 'Quote #{{number}}',
  added: 'Quote #{{number}} added',
  edited: 'Quote #{{number}} changed',
  deleted: 'Quote #{{number}} is deleted. Its number stays its own, and `/undo` brings it back.',
  found: 'Quotes with "{{search}}"',
  unknown: 'somebody',
  who: 'Quote #{{number}} was added by {{adder}} {{at}}.',
  'who-erased': 'Who added quote #{{number}} {{at}} is not known any more: they had their data erased.',
  'left-since': 'They are no longer a member here.',
  'edited-at': 'It was changed {{at}}.',
} as const;
