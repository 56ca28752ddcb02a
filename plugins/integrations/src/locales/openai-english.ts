/** What `/summarize` and `/moderate` say. */
export const openAiEnglish = {
  summary: 'Summary',
  'summary-of': '{{messages}} by {{people}} in {{channel}} since {{since}}',
  messages_one: '{{count, number}} message',
  messages_other: '{{count, number}} messages',
  people_one: '{{count, number}} person',
  people_other: '{{count, number}} people',
  uses_one: '{{count, number}} use',
  uses_other: '{{count, number}} uses',
  'left-out_one': '{{count, number}} older message is left out: there was too much to read.',
  'left-out_other': '{{count, number}} older messages are left out: there was too much to read.',
  'machine-made': 'Written by a machine ({{model}}), which may be wrong.',
  'machine-judged': 'Judged by a machine ({{model}}), which may be wrong. Nothing was done about it.',
  share: 'Show to everybody',
  progress: 'Reading part {{part}} of {{parts}} …',
  findings: 'Possible rule violations',
  checked: '{{messages}} in {{channel}} were checked.',
  'no-findings': 'Nothing seems to be against the rules.',
  'to-message': 'to the message',
  rule: 'Rule: {{rule}}',
  confidence: { high: 'Likely', medium: 'Possibly', low: 'Perhaps' },
  errors: {
    unpaid:
      'The account at OpenAI that this bot uses has no credit left. Whoever pays for it can add some; waiting does not help.',
    'no-such-model':
      'OpenAI knows no model `{{model}}`, or not for this account. An administrator can choose another with `/config set plugin:integrations key:openaiModel`.',
    'too-long': 'That is more than {{model}} can read at once. Please try a smaller `count`.',
    filtered: 'OpenAI does not let {{model}} read or say this. Please try other messages.',
    refused: '{{model}} does not want to do this with these messages.',
    'cut-off': 'The answer of {{model}} became too long and was cut off. Please try a smaller `count`.',
    unusable: 'The model answered something that cannot be used. Please try again.',
    'may-not-read': 'You cannot read the past messages of that channel, so they are not summarised for you.',
    'bot-may-not-read':
      'The bot cannot read the past messages of that channel. It needs **View Channel** and **Read Message History** there.',
    'not-readable': '`channel` must be a channel with messages. In a forum, use the command in the post.',
    'cannot-read-content':
      'The bot is not allowed to read messages. Its operator has to switch on the Message Content Intent in the Developer Portal.',
    excluded: 'The messages of that channel are not sent to OpenAI: the staff of this server left it out.',
    'age-restricted': 'That channel is age-restricted, so use the command in an age-restricted channel.',
    'nothing-to-read': 'There is nothing to read: no message of a person, or only of people who opted out.',
    'no-rules':
      'There are no rules to check against. Set some with `/config set plugin:integrations key:moderateRules`, or let the bot read the rules channel of the server.',
    'may-not-share':
      'This cannot be shown to everybody here: you may not write here, or not everybody may read past messages.',
    'used-up': 'The {{uses}} a day that this server has are used up. There are new ones {{when}}.',
  },
} as const;
