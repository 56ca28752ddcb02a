export const spanishReminders = {
  title: '⏰ Recordatorio',
  set: 'Te lo recordaré {{at}}:',
  zone: 'Las horas se leen en esta zona horaria: {{timeZone}}',
  list: 'Tus recordatorios',
  none: 'No hay nada pendiente. Con `/remind me` creas un recordatorio.',
  cancelled: 'Cancelado: {{text}}',
  asked: '-# Lo pediste {{at}} en {{where}}.',
  late: '-# Llega con {{ms, duration}} de retraso: yo no estaba en marcha, o Discord no lo aceptó.',
  snoozed: '-# Aplazado: vuelve a llegar {{at}}.',
  snooze: { '10m': 'En 10 minutos', '1h': 'En 1 hora', tomorrow: 'Mañana' },
};
