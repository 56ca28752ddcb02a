/** Spanish for what is refused. */
export const spanishErrors = {
  'item-not-found': 'En esta galería no hay ningún número {{number}}.',
  'item-deleted': 'El número {{number}} ya fue quitado.',
  'item-not-deleted': 'El número {{number}} no está quitado.',
  'nothing-to-change': 'Nada del número {{number}} cambiaría. Di qué debe ser distinto.',
  'changed-since': 'Alguien ha cambiado el número {{number}} desde entonces, así que no se cambió nada.',
  'gallery-full':
    'Esta galería está llena: caben {{most, number}}. Quita algo, o pide a quienes gestionan el servidor que suban `maxItems` del plugin `gallery` con `/config set`.',
  'source-taken': 'El número {{other}} viene del mismo mensaje que el {{number}}. Quita aquel primero.',
  'empty-title': '`title` está vacío; se aceptan de 1 a 100 caracteres.',
  'too-long': '`{{option}}` tiene {{length, number}} caracteres; se aceptan hasta {{most, number}}.',
  'bad-url':
    '`url` no acepta «{{given}}». Da una dirección que empiece por `https://` o `http://` y no lleve contraseña.',
  'bad-tag':
    '`tags` no acepta «{{given}}». Una etiqueta tiene hasta {{most, number}} caracteres, entre ellos una letra o cifra, y no es un ID.',
  'too-many-tags': '`tags` tiene {{count, number}} etiquetas; se aceptan hasta {{most, number}}.',
  'no-words': '`query` no acepta «{{given}}». Da una o más palabras con letras o cifras.',
  'bad-id': '`id` no acepta «{{given}}». Elige una sugerencia o da un número.',
  'shown-elsewhere': 'El número {{number}} es NSFW y solo se muestra en canales con restricción de edad.',
  'not-yours': 'El número {{number}} lo añadió otra persona. Para cambiarlo necesitas `gallery.manage`.',
  'image-or-url': 'Da `url` o `image`: ¿qué se añade?',
  'image-and-url': 'Da `url` o `image`, no ambos.',
  'nsfw-here':
    'Un `image` NSFW solo se puede añadir en un canal con restricción de edad, porque se publica allí.',
  'not-to-be-seen': '`image` no acepta «{{name}}». Da una imagen, un vídeo o un sonido.',
  'file-too-large':
    '`image` tiene {{size, number}} MiB; en este servidor caben hasta {{most, number}} MiB. Di con `url` dónde está.',
  'file-gone': 'Discord ya no entrega el archivo de `image`. Adjúntalo otra vez.',
  'already-there-message': 'Ese mensaje ya está en la galería, con el número {{number}}.',
  'already-there-file': 'Ese archivo ya está en la galería, con el número {{number}}.',
  'already-there-picture': 'Una imagen igual ya está en la galería, con el número {{number}}.',
  'already-there-address': 'Esa dirección ya está en la galería, con el número {{number}}.',
  'not-your-pages': 'Esto lo pidió otra persona. Escribe tú el comando para mirar la galería.',
} as const;
