/** What the counting says to people. */
export const countingErrorsEnglish = {
  'backfill-running': 'The past of <#{{channelId}}> is being counted already. Wait until that is over.',
  'cannot-backfill':
    'I cannot read the past of <#{{channelId}}>. Choose a channel with messages or posts in which I have View Channel and Read Message History.',
} as const;
