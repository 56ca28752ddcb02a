export const germanQuotes = {
  title: 'Zitat #{{number}}',
  added: 'Zitat #{{number}} festgehalten',
  edited: 'Zitat #{{number}} geändert',
  deleted: 'Zitat #{{number}} ist gelöscht. Seine Nummer bleibt seine, und `/undo` bringt es zurück.',
  found: 'Zitate mit „{{search}}“',
  unknown: 'jemand',
  who: 'Zitat #{{number}} wurde {{at}} von {{adder}} festgehalten.',
  'who-erased':
    'Wer Zitat #{{number}} {{at}} festgehalten hat, ist nicht mehr bekannt: Die Daten wurden gelöscht.',
  'left-since': 'Die Person ist nicht mehr hier.',
  'edited-at': 'Geändert wurde es {{at}}.',
};
