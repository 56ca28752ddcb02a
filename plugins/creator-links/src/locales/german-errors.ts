/** Why something is not done. */
export const germanErrors = {
  'bad-title': '`title` braucht 1 bis 100 sichtbare Zeichen in einer Zeile.',
  'title-with-id': '`title` nimmt keine Erwähnungen und keine IDs von Leuten. Schreib stattdessen den Namen.',
  'bad-username': '`username` braucht 1 bis 100 sichtbare Zeichen in einer Zeile.',
  'title-taken':
    'Es gibt schon einen Link namens **{{title}}**. Wähle einen anderen `title`, oder ändere jenen.',
  'url-taken': 'Diese Adresse gibt es schon, als **{{title}}**.',
  'url-taken-unseen': 'Diese Adresse gibt es schon, unter den Links für altersbeschränkte Kanäle.',
  'url-hidden': 'Das Team hat diese Adresse verborgen. Frag es, bevor du sie wieder hinzufügst.',
  'too-many':
    'Es gibt schon {{count, number}} Links, und mehr erlaubt dieser Server nicht. Entferne erst einen.',
  'no-such-link': 'Es gibt keinen Link namens **{{title}}**. Wähle einen der Vorschläge.',
  'no-such-removed-link': 'Es gibt keinen entfernten Link namens **{{title}}**. Wähle einen der Vorschläge.',
  'link-gone': 'Dieser Link ist schon entfernt.',
  'link-there': 'Dieser Link ist nicht entfernt.',
  'link-changed': 'Dieser Link wurde seitdem geändert, deshalb ist nichts geschehen.',
  'not-yours':
    'Du kannst deine eigenen Links ändern. Für die von anderen braucht es die Berechtigung `creator-links.manage`.',
  'nothing-to-change': 'Sag, was sich ändern soll: gib außer `title` mindestens eine Option an.',
  'unknown-platform': '`platform` ist keine bekannte Seite. Wähle einen der Vorschläge.',
  'empty-query': '`query` braucht mindestens einen Buchstaben oder eine Ziffer.',
  'url-not-a-url': '`url` braucht eine Adresse wie `https://www.patreon.com/somebody`.',
  'url-too-long': '`url` nimmt höchstens 500 Zeichen. Lass weg, was nach dem `?` kommt, wenn es ohne geht.',
  'url-http':
    '`url` braucht eine Adresse, die mit `https://` beginnt. Unverschlüsseltes `http` wird für diese Seite nicht angenommen.',
  'url-credentials': '`url` nimmt keine Adresse mit Benutzernamen oder Passwort vor einem `@`.',
  'url-port': '`url` nimmt keine Adresse mit einem Port (`:8080`).',
  'url-ip': '`url` nimmt keine Adresse, die eine Zahl ist. Gib den Namen der Seite an.',
  'url-private': '`url` braucht die Adresse einer öffentlichen Seite; diese ist keine.',
  'url-shortener':
    '`url` nimmt keine verkürzte Adresse, denn `{{host}}` verbirgt, wohin sie führt. Gib die Adresse an, zu der sie führt.',
  'url-look-alike':
    '`url` nimmt keine Nachahmungen: `{{host}}` sieht aus wie {{name}} und ist es nicht. Die echte Seite ist `{{real}}`.',
  'no-such-entry': 'In der Sammlung gibt es nichts namens **{{title}}**. Wähle einen der Vorschläge.',
  'no-such-tag': 'Es gibt kein Schlagwort `{{tag}}`. Wähle einen der Vorschläge.',
  'entry-taken':
    'In der Sammlung gibt es schon **{{title}}**. Wähle einen anderen `title`, oder ändere den Eintrag.',
  'entry-changed': 'Dieser Eintrag wurde seitdem geändert, deshalb ist nichts geschehen.',
  'entry-not-yours':
    'Du kannst ändern, was du selbst hinzugefügt hast. Für andere Einträge braucht es die Berechtigung `creator-links.library`.',
  'bad-content': '`url-or-text` braucht 1 bis 1.800 Zeichen.',
  'bad-tag': '`tag` braucht 1 bis 50 Buchstaben, Ziffern, Leerzeichen oder Bindestriche.',
  'library-full': 'Die Sammlung hat schon {{count, number}} Einträge, und mehr erlaubt dieser Server nicht.',
} as const;
