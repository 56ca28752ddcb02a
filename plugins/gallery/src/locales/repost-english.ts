/** What authors and moderators read about reposts. */
export const repostEnglish = {
  told: '{{title}}, which you posted in {{guild}}, was put into the gallery of that server, with a link to your message and your name.',
  'your-choice':
    'You can have it removed at any time, and you can say that nothing of yours is to be reposted there.',
  'see-it': 'See it',
  remove: 'Remove my work',
  stop: 'Do not repost my work',
  allow: 'Allow reposts',
  removed:
    'Your work was removed from the gallery, and its post with it. Nobody can bring it back without asking you.',
  stopped: 'Nothing of yours will be reposted in that server any more.',
  allowed: 'Your work may be reposted in that server again.',
} as const;
