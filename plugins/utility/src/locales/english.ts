import { englishChoices } from './english-choices.ts';
import { englishReminders } from './english-reminders.ts';

/** What the plugin says; the other languages translate it. English descriptions of commands are in their builders. */
export const english = {
  ...englishChoices,
  reminders: englishReminders,
  pages: { previous: 'Previous', next: 'Next' },
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
    'bad-reminder-text': '`text` has {{length, number}} characters; 1 to {{max, number}} are accepted.',
    'too-many-reminders':
      'You have {{max, number}} reminders waiting here, and more are not allowed. Cancel one with `/remind cancel`.',
    'no-such-reminder':
      'You have no reminder "{{given}}" waiting here. Pick one of those that are suggested while you type.',
    'reminder-gone': 'This reminder is gone, or its moment is past. Set a new one with `/remind me`.',
    'not-your-reminder': 'This reminder is not yours.',
    'reminder-waiting': 'This reminder is waiting already: it comes {{at}}.',
    'dice-twice': 'Give either `dice`, or `sides` and `amount`.',
  },
} as const;
