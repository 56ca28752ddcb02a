/** German for what is refused. */
export const germanErrors = {
  'item-not-found': 'Eine Nr. {{number}} gibt es in dieser Galerie nicht.',
  'item-deleted': 'Nr. {{number}} ist schon entfernt.',
  'item-not-deleted': 'Nr. {{number}} ist nicht entfernt.',
  'nothing-to-change': 'An Nr. {{number}} würde sich nichts ändern. Gib an, was anders werden soll.',
  'changed-since': 'Jemand hat Nr. {{number}} seither geändert, deshalb blieb alles, wie es ist.',
  'gallery-full':
    'Diese Galerie ist voll: Sie fasst {{most, number}}. Entferne etwas, oder bitte die Verwaltung des Servers, `maxItems` des Plugins `gallery` mit `/config set` zu erhöhen.',
  'source-taken': 'Nr. {{other}} stammt aus derselben Nachricht wie Nr. {{number}}. Entferne zuerst jenes.',
  'empty-title': '`title` ist leer; möglich sind 1 bis 100 Zeichen.',
  'too-long': '`{{option}}` hat {{length, number}} Zeichen; möglich sind bis zu {{most, number}}.',
  'bad-url':
    '`url` nimmt „{{given}}“ nicht an. Gib eine Adresse an, die mit `https://` oder `http://` beginnt und kein Passwort enthält.',
  'bad-tag':
    '`tags` nimmt „{{given}}“ nicht an. Ein Tag hat bis zu {{most, number}} Zeichen, darunter einen Buchstaben oder eine Ziffer, und ist keine ID.',
  'too-many-tags': '`tags` hat {{count, number}} Tags; möglich sind bis zu {{most, number}}.',
  'no-words':
    '`query` nimmt „{{given}}“ nicht an. Gib ein oder mehrere Wörter mit Buchstaben oder Ziffern an.',
  'bad-id': '`id` nimmt „{{given}}“ nicht an. Wähl einen der Vorschläge, oder gib eine Nummer an.',
  'shown-elsewhere': 'Nr. {{number}} ist NSFW und wird nur in Kanälen mit Altersbeschränkung gezeigt.',
  'not-yours': 'Nr. {{number}} hat jemand anders hinzugefügt. Zum Ändern brauchst du `gallery.manage`.',
  'image-or-url': 'Gib entweder `url` oder `image` an: Was soll hinzukommen?',
  'image-and-url': 'Gib `url` oder `image` an, nicht beides.',
  'nsfw-here': 'Ein NSFW-`image` geht nur in einem Kanal mit Altersbeschränkung, weil es dort gepostet wird.',
  'not-to-be-seen': '`image` nimmt „{{name}}“ nicht an. Gib ein Bild, ein Video oder einen Ton an.',
  'file-too-large':
    '`image` hat {{size, number}} MiB; auf diesem Server gehen bis zu {{most, number}} MiB. Gib mit `url` an, wo es ist.',
  'file-gone': 'Discord gibt die Datei von `image` nicht mehr heraus. Häng sie noch einmal an.',
  'already-there-message': 'Diese Nachricht ist schon in der Galerie, als Nr. {{number}}.',
  'already-there-file': 'Diese Datei ist schon in der Galerie, als Nr. {{number}}.',
  'already-there-picture': 'Ein Bild, das genauso aussieht, ist schon in der Galerie, als Nr. {{number}}.',
  'already-there-address': 'Diese Adresse ist schon in der Galerie, als Nr. {{number}}.',
  'not-your-pages': 'Das hat jemand anders aufgerufen. Gib den Befehl selbst ein, um dich umzusehen.',
} as const;
