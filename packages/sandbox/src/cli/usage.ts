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
  npm run as -- alice look                                           shows the latest messages

By hand, without the bot:

  npm run as -- alice 'vote Tea, Coffee'                             votes in the latest poll
  npm run as -- alice 'react 👍'                                      reacts to the latest message, or: react 👍 <message id>
  npm run as -- alice 'unreact 👍'                                    takes a reaction back
  npm run as -- alice 'edit hello everybody'                         edits alice's latest message
  npm run as -- alice delete                                         deletes it
  npm run as -- alice 'thread Plans'                                 opens a thread at the latest message
  npm run as -- alice 'voice Lounge'                                 enters a voice channel; voice leave leaves it
  npm run as -- alice 'language de'                                  sets the language of alice's client
  npm run as -- newt join                                            joins the guild; leave leaves it
  npm run as -- alice 'kick @mallory spam'                           also ban and unban
  npm run as -- alice 'timeout @mallory 10 spam'                     for minutes; 0 ends it

With --channel @bot all of it happens in the direct conversation with the bot.`;
