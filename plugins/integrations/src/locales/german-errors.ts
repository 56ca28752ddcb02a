/** Why something is not done, in German. */
export const germanErrors = {
  'not-configured':
    '{{service}} ist für diesen Bot nicht eingerichtet. Ein Administrator kann mit `/integrations credentials service:{{id}}` Zugangsdaten eingeben, oder der Betreiber des Bots setzt {{variables}}.',
  busy: '{{service}} will eine Weile in Ruhe gelassen werden. Bitte versuch es später noch einmal.',
  'busy-until':
    '{{service}} will eine Weile in Ruhe gelassen werden. Bitte versuch es in {{wait}} noch einmal.',
  'refused-credentials':
    '{{service}} nimmt die eingegebenen Zugangsdaten nicht an. Ein Administrator sieht mit `/integrations status`, von wem sie sind.',
  'not-a-wiki':
    'Die Einstellung `wikiApi` dieses Servers führt nicht zur `api.php` eines MediaWiki. Ein Administrator kann das mit `/config set plugin:integrations key:wikiApi` ändern.',
  'not-a-feed': 'Unter dieser Adresse ist kein RSS-, Atom- oder JSON-Feed.',
  'feed-gone': 'Diesen Feed gibt es nicht mehr, sagt die Seite.',
  'feed-missing': 'Unter dieser Adresse ist kein Feed.',
  'bad-site': '`site` muss der Name einer Seite sein, etwa `wikipedia.org`.',
  'google-used-up':
    'Für heute sind die Suchen aufgebraucht, die Google erlaubt. Um Mitternacht in Kalifornien gibt es neue.',
  'bad-secret':
    '`{{field}}` muss so kopiert werden, wie der Dienst es zeigt: ein Wort aus Buchstaben, Ziffern und Zeichen.',
  'not-a-post': '`url` muss ein Beitrag auf X sein, etwa `https://x.com/name/status/123`.',
  'not-a-handle': '`handle` muss der Name eines Kontos auf X sein, etwa `@discord`.',
  'no-such-post':
    'Diesen Beitrag gibt es auf X nicht. Er wurde gelöscht, oder die Adresse enthält einen Fehler.',
  'no-such-account': 'Dieses Konto gibt es auf X nicht.',
  'account-suspended': 'X hat dieses Konto gesperrt.',
  'account-protected': 'Dieses Konto ist geschützt: Nur wer ihm folgt, sieht die Beiträge.',
  'not-a-deviation':
    '`url` muss eine Seite von DeviantArt sein, etwa `https://www.deviantart.com/name/art/Title-123`.',
  'not-an-artist': '`artist` muss der Name von jemandem auf DeviantArt sein.',
  'no-such-deviation':
    'Unter dieser Adresse ist nichts. Es wurde gelöscht, oder die Adresse enthält einen Fehler.',
  'no-such-artist': 'Auf DeviantArt gibt es niemanden, der so heißt.',
  'no-gallery': 'Die Galerie ist auf diesem Server ausgeschaltet.',
  'not-a-work': '`url` muss ein Werk auf AO3 sein, etwa `https://archiveofourown.org/works/123`.',
  'not-a-series': '`url` muss eine Reihe auf AO3 sein, etwa `https://archiveofourown.org/series/123`.',
  'not-an-author': '`url` muss jemand auf AO3 sein, etwa `https://archiveofourown.org/users/name`.',
  'no-such-work':
    'Dieses Werk gibt es auf AO3 nicht. Es wurde gelöscht, oder die Adresse enthält einen Fehler.',
  'no-such-series':
    'Diese Reihe gibt es auf AO3 nicht. Sie wurde gelöscht, oder die Adresse enthält einen Fehler.',
  'no-such-tag': 'So ein Schlagwort gibt es auf AO3 nicht.',
  'no-such-author': 'Auf AO3 gibt es niemanden, der so heißt. Oder die Adresse enthält einen Fehler.',
  'work-restricted': 'AO3 zeigt das nur Leuten, die dort angemeldet sind. Der Bot kann es nicht lesen.',
  'work-unrevealed': 'Dieses Werk gehört zu einer Aktion auf AO3 und ist noch nicht veröffentlicht.',
};
