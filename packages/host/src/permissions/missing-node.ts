import { permissionName, phrase, refusal, type PermissionNode, type Phrase, type UserError } from '@twi/sdk';

/** The refusal of somebody who does not hold a node. */
export function missingNode(node: string, declared: PermissionNode | undefined): UserError.Options {
  return refusal('core:errors.missing-permission', values(node, declared));
}

/** The same as words. */
export function missingNodeWords(node: string, declared: PermissionNode | undefined): Phrase {
  return phrase('core:errors.missing-permission', values(node, declared));
}

function values(node: string, declared: PermissionNode | undefined) {
  const permission = declared?.default;
  return {
    node,
    holders: permission ? phrase('core:permission-holders', { permission: permissionName(permission) }) : '',
  };
}
