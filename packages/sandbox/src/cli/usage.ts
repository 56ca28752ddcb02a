/** What `as` prints where it is asked for help, or for nothing. */
export const USAGE = `Plays a member of the running sandbox.

  npm run as -- <member> '<what they do>' [--channel general] [--guild "Twi Test Server"]

  npm run as -- alice '/warn user:@mallory reason:Spam in general'   types a command
  npm run as -- alice 'hello there'                                  writes a message (say … for any text)
  npm run as -- alice 'click Next'                                   clicks a button of the latest message
  npm run as -- alice 'select Kind = ban, kick'                      chooses in a menu
  npm run as -- alice 'submit <form> title="Sunset"'                 fills in a form
  npm run as -- alice 'menu User info @mallory'                      opens the menu of a member, a message id or "last"
  npm run as -- alice commands                                       lists what alice may use
  npm run as -- alice look                                           shows the latest messages`;
