import type { Guild, Snowflake } from 'discord.js';
import type { Case } from '../database/case-repository.ts';
import type { NeededPermission } from '../errors.ts';
import type { Target } from './target.ts';

/** What Discord is asked to do. */
interface ActionOrder {
  readonly target: Target;
  /** For Discord's audit log. */
  readonly auditReason: string;
  /** When what is done ends; absent: never. */
  readonly expiresAt: Date | undefined;
  /** How far back a ban deletes messages; 0 deletes none. */
  readonly deleteMessageSeconds: number;
}

/** Something that Discord can be asked to do to a person. */
export interface DiscordAction {
  /** What the bot must hold in the guild. */
  readonly permission: NeededPermission;
  /** Whether it can be done to members alone. */
  readonly membersOnly: boolean;
  /** Whether it begins or ends a ban. */
  readonly changesBan: boolean;
  /**
   * Refuses what would be pointless or what Discord never allows, before a case is opened.
   *
   * @throws {UserError}
   */
  assertSensible?(target: Target): Promise<void>;
  /**
   * Does it. What comes back is of no account but for `NotLifted`.
   *
   * @throws {OvertakenError} before anything is done, when somebody else came first.
   */
  apply(order: ActionOrder): Promise<unknown>;
  /** Does what is left of an action that was cut off after it had begun; nothing when it never did. */
  finish?(guild: Guild, opened: Case): Promise<void>;
  /**
   * Whether the guild is now as `apply` leaves it: how an action that was cut off is told from one that never ran.
   *
   * @param expiresAt when the action was to end, as it was opened; absent: any action of the kind counts
   */
  holds(guild: Guild, targetId: Snowflake, expiresAt?: Date | null): Promise<boolean>;
}
