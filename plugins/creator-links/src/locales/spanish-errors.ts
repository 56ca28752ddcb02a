/** Why something is not done. */
export const spanishErrors = {
  'bad-title': '`title` necesita de 1 a 100 caracteres visibles en una línea.',
  'title-with-id': '`title` no admite menciones ni ID de personas. Escribe su nombre.',
  'bad-username': '`username` necesita de 1 a 100 caracteres visibles en una línea.',
  'title-taken': 'Ya hay un enlace llamado **{{title}}**. Elige otro `title` o cambia ese.',
  'url-taken': 'Esta dirección ya está, como **{{title}}**.',
  'url-taken-unseen': 'Esta dirección ya está entre los enlaces para canales con restricción de edad.',
  'url-hidden': 'El equipo ha ocultado esta dirección. Pregúntale antes de añadirla de nuevo.',
  'too-many': 'Ya hay {{count, number}} enlaces, y este servidor no permite más. Quita uno primero.',
  'no-such-link': 'No hay ningún enlace llamado **{{title}}**. Elige una de las sugerencias.',
  'no-such-removed-link': 'No hay ningún enlace quitado llamado **{{title}}**. Elige una de las sugerencias.',
  'link-gone': 'Este enlace ya está quitado.',
  'link-there': 'Este enlace no está quitado.',
  'link-changed': 'Este enlace ha cambiado desde entonces, así que no se ha hecho nada.',
  'not-yours':
    'Puedes cambiar tus propios enlaces. Los de otros necesitan el permiso `creator-links.manage`.',
  'nothing-to-change': 'Di qué hay que cambiar: da al menos una opción además de `title`.',
  'unknown-platform': '`platform` no es un sitio conocido. Elige una de las sugerencias.',
  'empty-query': '`query` necesita al menos una letra o una cifra.',
  'url-not-a-url': '`url` necesita una dirección como `https://www.patreon.com/somebody`.',
  'url-too-long': '`url` admite 500 caracteres como máximo. Quita lo que sigue al `?`, si funciona sin ello.',
  'url-http':
    '`url` necesita una dirección que empiece por `https://`. Para este sitio no se admite `http` sin cifrar.',
  'url-credentials': '`url` no admite direcciones con nombre de usuario o contraseña antes de una `@`.',
  'url-port': '`url` no admite direcciones con un puerto (`:8080`).',
  'url-ip': '`url` no admite direcciones que sean un número. Da el nombre del sitio.',
  'url-private': '`url` necesita la dirección de un sitio público; este no lo es.',
  'url-shortener':
    '`url` no admite direcciones acortadas, pues `{{host}}` oculta adónde lleva. Da la dirección a la que lleva.',
  'url-look-alike':
    '`url` no admite imitaciones: `{{host}}` se parece a {{name}} y no lo es. El auténtico es `{{real}}`.',
  'no-such-entry': 'No hay nada llamado **{{title}}** en la colección. Elige una de las sugerencias.',
  'no-such-tag': 'No hay ninguna etiqueta `{{tag}}`. Elige una de las sugerencias.',
  'entry-taken': 'La colección ya tiene **{{title}}**. Elige otro `title` o cambia esa entrada.',
  'entry-changed': 'Esta entrada ha cambiado desde entonces, así que no se ha hecho nada.',
  'entry-not-yours':
    'Puedes cambiar lo que tú has añadido. Las demás entradas necesitan el permiso `creator-links.library`.',
  'bad-content': '`url-or-text` necesita de 1 a 1.800 caracteres.',
  'bad-tag': '`tag` necesita de 1 a 50 letras, cifras, espacios o guiones.',
  'library-full': 'La colección ya tiene {{count, number}} entradas, y este servidor no permite más.',
} as const;
