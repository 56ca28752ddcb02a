export const spanishQuotes = {
  title: 'Cita #{{number}}',
  added: 'Cita #{{number}} guardada',
  edited: 'Cita #{{number}} cambiada',
  deleted: 'La cita #{{number}} está borrada. Su número sigue siendo suyo, y `/undo` la recupera.',
  found: 'Citas con «{{search}}»',
  unknown: 'alguien',
  who: 'La cita #{{number}} la guardó {{adder}} {{at}}.',
  'who-erased': 'Ya no se sabe quién guardó la cita #{{number}} {{at}}: sus datos se borraron.',
  'left-since': 'Ya no es miembro de este servidor.',
  'edited-at': 'Se cambió {{at}}.',
};
