/** German for what authors read about reposts. */
export const repostGerman = {
  told: '{{title}} von dir aus {{guild}} wurde in die Galerie dieses Servers aufgenommen, mit einem Link zu deiner Nachricht und deinem Namen.',
  'your-choice':
    'Du kannst es jederzeit entfernen lassen und festlegen, dass dort nichts von dir weiterverbreitet wird.',
  'see-it': 'Ansehen',
  remove: 'Mein Werk entfernen',
  stop: 'Meine Werke nicht übernehmen',
  allow: 'Wieder erlauben',
  removed:
    'Dein Werk wurde samt Beitrag aus der Galerie entfernt. Niemand kann es zurückholen, ohne dich zu fragen.',
  stopped: 'Auf diesem Server wird nichts mehr von dir in die Galerie übernommen.',
  allowed: 'Deine Werke dürfen auf diesem Server wieder in die Galerie.',
} as const;
