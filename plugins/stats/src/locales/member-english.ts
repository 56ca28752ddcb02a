/** What is said to those who do not want to be counted, and to those who want the past counted. */
export const memberEnglish = {
  members: {
    question:
      'Shall nothing of you be counted here any more? Your numbers in this server are erased now, and cannot be brought back. `/stats opt-in` begins anew.',
    erase: 'Erase and stop',
    cancel: 'Cancel',
    unchanged: 'Nothing was changed. You are counted as before.',
    'opted-out': 'Your numbers are erased, and you are not counted any more. `/stats opt-in` begins anew.',
    'is-out': 'You are not counted here. `/stats opt-in` begins anew.',
    'opted-in': 'You are counted from now on. What you did before is not, unless the staff counts the past.',
    'is-in': 'You are counted here already. `/stats opt-out` ends that.',
  },
  backfill: {
    title: 'Counting the past',
    counting: 'Counting the past of <#{{channelId}}>.',
    finding: 'Looking for its threads.',
    done: 'The past of <#{{channelId}}> is counted.',
    stopped: 'Counting the past of <#{{channelId}}> was ended. What was counted stays.',
    days: 'Days back',
    scanned: 'Messages looked at',
    counted: 'Counted anew',
    stop: 'Stop',
  },
} as const;
