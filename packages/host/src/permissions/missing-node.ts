import type { PermissionNode, UserError } from '@twi/sdk';

/** The refusal of somebody who does not hold a node. */
export function missingNode(node: string, declared: PermissionNode | undefined): UserError.Options {
  const holders = declared?.default
    ? ` By default it belongs to members with ${spaced(declared.default)}.`
    : '';
  return {
    identifier: 'core.missing-permission',
    message: `You need the permission \`${node}\` for that.${holders}`,
  };
}

/** `BanMembers` as people read it in Discord's settings. */
function spaced(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}
