import { englishChoices } from './english-choices.ts';

/** What the plugin says; the other languages translate it. English descriptions of commands are in their builders. */
export const english = {
  ...englishChoices,
  pages: { previous: 'Previous', next: 'Next' },
  dice: { 'natural-20': 'Natural 20!', 'natural-1': 'Natural 1.' },
  errors: {
    'bad-dice':
      '`dice` does not take "{{given}}". Give up to 100 characters such as `2d20+5`, `4d6dl1` (drop the lowest), `2d20kh1` (keep the highest), `d6!` (a six rolls again) or `d%`.',
    'bad-amount-of-dice': 'That is not 1 to {{max, number}} dice. Give fewer, as in `20d6`.',
    'bad-sides':
      'A die has {{min, number}} to {{max, number}} sides. Give another number of sides, as in `2d20`.',
    'number-too-large': 'That gets too large. Numbers up to {{max, number}} are accepted beside dice.',
    'dice-twice': 'Give either `dice`, or `sides` and `amount`.',
  },
} as const;
