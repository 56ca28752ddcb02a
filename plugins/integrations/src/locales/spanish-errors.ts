/** Why something is not done, in Spanish. */
export const spanishErrors = {
  'not-configured':
    '{{service}} no está configurado en este bot. Un administrador puede introducir credenciales con `/integrations credentials service:{{id}}`, o quien opera el bot define {{variables}}.',
  busy: '{{service}} pide que se le deje en paz un rato. Inténtalo de nuevo más tarde.',
  'busy-until': '{{service}} pide que se le deje en paz un rato. Inténtalo de nuevo en {{wait}}.',
  'refused-credentials':
    '{{service}} no acepta las credenciales introducidas. Un administrador ve con `/integrations status` de quién son.',
  'not-a-wiki':
    'El ajuste `wikiApi` de este servidor no lleva al `api.php` de un MediaWiki. Un administrador puede corregirlo con `/config set plugin:integrations key:wikiApi`.',
  'not-a-feed': 'En esta dirección no hay ningún feed RSS, Atom o JSON.',
  'feed-gone': 'Este feed ya no existe, según su sitio.',
  'feed-missing': 'En esta dirección no hay ningún feed.',
  'bad-site': '`site` debe ser el nombre de un sitio, por ejemplo `wikipedia.org`.',
  'google-used-up':
    'Se han agotado las búsquedas que Google permite por hoy. Vuelven a medianoche en California.',
  'bad-secret':
    '`{{field}}` debe copiarse tal como lo muestra el servicio: una palabra de letras, cifras y signos.',
  'not-a-post': '`url` debe ser una publicación de X, por ejemplo `https://x.com/name/status/123`.',
  'not-a-handle': '`handle` debe ser el nombre de una cuenta de X, por ejemplo `@discord`.',
  'no-such-post': 'Esa publicación no existe en X. Se borró, o la dirección tiene un error.',
  'no-such-account': 'Esa cuenta no existe en X.',
  'account-suspended': 'X ha suspendido esta cuenta.',
  'account-protected': 'Esta cuenta está protegida: solo sus seguidores ven lo que publica.',
  'not-a-deviation':
    '`url` debe ser una página de DeviantArt, por ejemplo `https://www.deviantart.com/name/art/Title-123`.',
  'not-an-artist': '`artist` debe ser el nombre de alguien en DeviantArt.',
  'no-such-deviation': 'No hay nada en esta dirección. Se borró, o la dirección tiene un error.',
  'no-such-artist': 'En DeviantArt no hay nadie con ese nombre.',
  'no-gallery': 'La galería está desactivada en este servidor.',
  'not-a-work': '`url` debe ser una obra de AO3, por ejemplo `https://archiveofourown.org/works/123`.',
  'not-a-series': '`url` debe ser una serie de AO3, por ejemplo `https://archiveofourown.org/series/123`.',
  'not-an-author': '`url` debe ser alguien de AO3, por ejemplo `https://archiveofourown.org/users/name`.',
  'no-such-work': 'Esa obra no existe en AO3. Se borró, o la dirección tiene un error.',
  'no-such-series': 'Esa serie no existe en AO3. Se borró, o la dirección tiene un error.',
  'no-such-tag': 'Esa etiqueta no existe en AO3.',
  'no-such-author': 'En AO3 no hay nadie con ese nombre. O la dirección tiene un error.',
  'work-restricted': 'AO3 solo muestra esto a quien ha iniciado sesión allí; el bot no puede leerlo.',
  'work-unrevealed': 'Esta obra pertenece a un reto de AO3 y aún no se ha revelado.',
};
