import { englishChoices } from './english-choices.ts';
import { englishInfo } from './english-info.ts';
import { englishQuotes } from './english-quotes.ts';
import { englishReminders } from './english-reminders.ts';

/** What the plugin says; the other languages translate it. English descriptions of commands are in their builders. */
export const english = {
  ...englishChoices,
  info: englishInfo,
  quotes: englishQuotes,
  reminders: englishReminders,
  pages: { previous: 'Previous', next: 'Next' },
  say: { said: 'Said it in {{channel}}.', open: 'Open' },
  dice: { 'natural-20': 'Natural 20!', 'natural-1': 'Natural 1.' },
  errors: {
    'bad-dice':
      '`dice` does not take "{{given}}". Give up to 100 characters such as `2d20+5`, `4d6dl1` (drop the lowest), `2d20kh1` (keep the highest), `d6!` (a six rolls again) or `d%`.',
    'bad-amount-of-dice': 'That is not 1 to {{max, number}} dice. Give fewer, as in `20d6`.',
    'bad-sides':
      'A die has {{min, number}} to {{max, number}} sides. Give another number of sides, as in `2d20`.',
    'number-too-large': 'That gets too large. Numbers up to {{max, number}} are accepted beside dice.',
    'unclear-moment':
      '`when` does not take "{{given}}". Write for example `10m`, `in 2 hours`, `tomorrow 9:00`, `next friday 18:30` or `2026-12-24 20:00`.',
    'moment-past': '`when` would be {{at}}, which is past. Give a moment that is still to come.',
    'moment-too-far': '`when` would be {{at}}. At most {{years, number}} years ahead are accepted.',
    'bad-reminder-text': '`text` takes 1 to {{max, number}} characters, not {{length, number}}.',
    'too-many-reminders':
      'No more than {{max, number}} of your reminders can wait here. Cancel one with `/remind cancel`.',
    'no-such-reminder':
      'You have no reminder "{{given}}" waiting here. Pick one of those that are suggested while you type.',
    'reminder-gone': 'This reminder is gone, or its moment is past. Set a new one with `/remind me`.',
    'not-your-reminder': 'This reminder is not yours.',
    'reminder-waiting': 'This reminder is waiting already: it comes {{at}}.',
    'bad-quote-length': '`text` takes {{min, number}} to {{max, number}} characters, not {{length, number}}.',
    'too-many-lines': '`text` has {{lines, number}} lines; at most {{max, number}} are accepted.',
    'credit-twice': 'Give either `user`, or `name` for somebody without an account.',
    'bad-credit-name': '`name` takes 1 to {{max, number}} characters.',
    'too-many-quotes':
      'This server can keep no more than {{max, number}} of its quotes. Delete one, or ask the staff to raise `quoteMax` with `/config set`.',
    'no-such-quote':
      'There is no quote #{{number}} here. Pick one of those that are suggested while you type.',
    'bad-quote-number':
      '`number` does not take "{{given}}". Give the number of a quote, such as `12`; `/quote find` searches for words.',
    'no-quotes': 'There are no quotes here yet. `/quote add` adds the first.',
    'no-quote-found': 'No quote has "{{search}}" in it. Every word must begin a word of the quote.',
    'bad-search': '`search` needs a word: letters or digits.',
    'not-your-quote': 'Quote #{{number}} is not yours, and you may not change the quotes of others.',
    'nothing-to-change': 'That is what it says already. Give a new `text`, `user` or `name`.',
    'quote-changed-since': 'Quote #{{number}} has been changed since. `/quote get` shows what it says now.',
    'quote-deleted-already': 'Quote #{{number}} is deleted already.',
    'quote-not-deleted': 'Quote #{{number}} is not deleted.',
    'bad-question': '`question` takes 1 to {{max, number}} characters, not {{length, number}}.',
    'bad-amount-of-answers':
      '`answers` takes {{min, number}} to {{max, number}} answers, not {{amount, number}}. Separate them by `|`, as in `Yes | No`.',
    'answer-too-long':
      'The answer "{{given}}" has {{length, number}} characters; Discord takes at most {{max, number}}.',
    'answer-twice': 'The answer "{{given}}" is there twice. Give each once.',
    'nothing-to-say': '`text` is empty. Write what to say.',
    'caller-lacks':
      'You cannot write in {{channel}} yourself: you lack {{permissions}} there. Choose another `channel`.',
    'bot-lacks': 'I cannot write in {{channel}}: I lack {{permissions}} there.',
    'no-place-to-speak': '`channel` takes a channel or thread in which messages are written.',
    'dice-twice': 'Give either `dice`, or `sides` and `amount`.',
  },
} as const;
