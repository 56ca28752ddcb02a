import { setting } from '@twi/sdk';

const LONGEST_AGE_MS = 31_536_000_000;

/** What members get when they join. */
export const memberSettings = {
  joinRole: setting.role({
    title: 'Role on joining',
    description: 'What everybody gets who joins; bots do not',
  }),
  verifiedRole: setting.role({
    title: 'Role for old accounts',
    description: 'What members get whose account is old enough, at once or when it is',
  }),
  verifiedAccountAge: setting.duration({
    title: 'Age of old accounts',
    description: 'How old an account is when its owner gets the role for old accounts',
    max: LONGEST_AGE_MS,
    default: 604_800_000,
  }),
  stickyRoles: setting.boolean({
    title: 'Give roles back',
    description: 'Whether who comes back gets the roles that they had, except roles of the staff',
  }),
  stickyTimeouts: setting.boolean({
    title: 'Renew timeouts',
    description: 'Whether who leaves during a timeout and comes back is timed out for the rest of it',
    default: true,
  }),
  stickyIgnoredRoles: setting.roles({
    title: 'Roles that are not given back',
    description: 'Roles that nobody gets back by leaving and coming again',
  }),
  stickyIgnoredUsers: setting.users({
    title: 'People whose roles are not remembered',
    description: 'They come back without roles and timeouts',
  }),
};
