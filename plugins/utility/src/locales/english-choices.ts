/** What is said about roles to choose, pins and the commands of a server. */
export const englishChoices = {
  roles: {
    title: 'Roles to choose',
    none: 'There is no role that you can take here.',
    added: 'You now have {{roles}}.',
    removed: 'You no longer have {{roles}}.',
    locked: '{{role}} is only for who has one of these: {{required}}.',
    unchanged: 'Nothing changed.',
    yours: 'All your roles from here: {{roles}}',
    'none-yours': 'You have none of the roles from here.',
    for: 'for {{required}}',
    'how-to': 'Take one with `/role`; the same again gives it back.',
    panel: {
      title: 'Choose your roles',
      'how-to':
        'Pick roles in the menus below. The answer, which you alone see, shows what you have and lets you give it back.',
      nothing: 'There is nothing to choose here at the moment.',
      more: 'There is more than fits here: type /roles.',
      'pick-any': '{{name}}: any of these',
      'pick-one': '{{name}}: one of these',
      'give-back': 'To give a role back, take it out of the menu below.',
      mine: 'Your roles: take or give back',
    },
    errors: {
      'role-not-offered': '{{role}} is none of the roles that you can take. `/roles` shows those.',
      'role-locked': '{{role}} is only for who has one of these: {{required}}.',
      'role-unavailable':
        'I cannot change {{role}} at the moment. Please tell the staff of this server; they see why when they try it.',
    },
  },
  pins: {
    pinned: 'Pinned {{message}} by {{author}}.',
    unpinned: 'Unpinned {{message}} by {{author}}.',
    message: 'this message',
    again: 'Choose **Pin** once more to take it back.',
    errors: {
      'may-not-pin':
        'You cannot pin messages in {{channel}}. Ask the staff of this server: they can allow it with `/pin-admin add`.',
      'not-your-pin': 'Only who pinned this message and the staff can unpin it.',
      'cannot-be-pinned': 'Discord lets nobody pin this message, as it is none that somebody wrote.',
      'message-gone': 'The message is gone.',
      'too-many-pins':
        '{{channel}} has {{max, number}} pinned messages, and Discord takes no more. Unpin one that is no longer needed (the pin at the top of the channel shows all), then try again.',
      'thread-closed': '{{channel}} is closed. Open it again (or ask the staff to), then try again.',
      'bot-lacks-pin':
        'I need **{{permission}}** in {{channel}} to pin there. Please tell the staff of this server.',
    },
  },
  custom: {
    title: 'Commands of this server',
    empty: 'There is none here yet.',
    used_one: 'used {{count, number}} time',
    used_other: 'used {{count, number}} times',
    'only-in': 'only in {{channel}}',
    'only-for': 'only for {{role}}',
    overtaken: '{{command}} of the bot answers instead',
    'needs-words': 'Write something after the name of the command.',
  },
} as const;
