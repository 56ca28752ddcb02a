export const germanReminders = {
  title: '⏰ Erinnerung',
  set: 'Ich erinnere dich {{at}}:',
  zone: 'Uhrzeiten gelten in dieser Zeitzone: {{timeZone}}',
  list: 'Deine Erinnerungen',
  none: 'Es steht nichts an. Mit `/remind me` lässt du dich erinnern.',
  cancelled: 'Gestrichen: {{text}}',
  asked: '-# Du hast {{at}} in {{where}} darum gebeten.',
  late: '-# Das kommt {{ms, duration}} zu spät: Ich lief nicht, oder Discord nahm es nicht an.',
  snoozed: '-# Verschoben: Sie kommt noch einmal {{at}}.',
  snooze: { '10m': 'In 10 Minuten', '1h': 'In 1 Stunde', tomorrow: 'Morgen' },
};
