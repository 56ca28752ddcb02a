import { DURATION_FORMAT, parseDuration } from '@twi/sdk';
import type { ChatInputCommandInteraction } from 'discord.js';
import { type AutomodAction, automodAction } from '../automod/rules/action.ts';
import { BOUNDS } from '../automod/rules/bounds.ts';
import type { Condition } from '../automod/rules/condition.ts';
import { namesToIds } from '../automod/rules/names-to-ids.ts';
import { badRule, quoted } from '../automod/rules/problem.ts';
import { EXPRESSION, readCondition } from '../automod/rules/read-condition.ts';
import type { RuleContent, RuleDefinition } from '../automod/rules/rule.ts';
import { isTriggerName } from '../automod/rules/trigger-names.ts';
import { writeLeaf } from '../automod/rules/write-leaf.ts';
import { type MainAction, MAIN_ACTIONS } from './automod-options.ts';

type Options = ChatInputCommandInteraction<'cached'>['options'];
/** What somebody typed, and where. */
type Given = Pick<ChatInputCommandInteraction<'cached'>, 'options' | 'guild'>;
type Exemptions = Pick<RuleDefinition, 'exemptRoleIds' | 'exemptChannelIds'>;

/** Actions after which a message stays unless somebody says otherwise. */
const KEEPS_MESSAGE: readonly string[] = ['reply', 'log'];

/**
 * A new rule as the options of `/automod add` say.
 *
 * @throws {UserError} that names the option and what it accepts
 */
export function readNewRule({ options, guild }: Given): RuleContent {
  return {
    name: readName(options.getString('name', true)),
    isEnabled: true,
    isDryRun: options.getBoolean('dry-run') ?? false,
    definition: {
      condition: readGivenCondition({ options, guild }) ?? failMissing('trigger'),
      actions: readActions(options, options.getString('action', true) as MainAction), // -- Discord lets only the choices through
      ...readExemptions(options, { exemptRoleIds: [], exemptChannelIds: [] }),
    },
  };
}

/** A rule changed as the options of `/automod edit` say; what is not given stays. */
export function editedRule(
  { name, isEnabled, isDryRun, definition }: RuleContent,
  { options, guild }: Given,
): RuleContent {
  const given = options.getString('name');
  return {
    name: given === null ? name : readName(given),
    isEnabled: options.getBoolean('enabled') ?? isEnabled,
    isDryRun,
    definition: {
      condition: readGivenCondition({ options, guild }, definition.condition) ?? definition.condition,
      actions: editedActions(options, definition.actions),
      ...readExemptions(options, definition),
    },
  };
}

/** @throws {UserError} unless it has 1 to 50 characters */
export function readName(text: string): string {
  const name = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  if (name === '' || name.length > BOUNDS.nameLength)
    throw badRule('name', `it has ${name.length} characters; 1 to ${BOUNDS.nameLength} are accepted.`);
  // A number alone would be taken for that of a rule.
  if (/^#?\d+$/.test(name)) throw badRule('name', 'a number alone could be mistaken for that of a rule.');
  return name;
}

function readGivenCondition({ options, guild }: Given, current?: Condition): Condition | undefined {
  const trigger = options.getString('trigger') ?? undefined;
  const values = options.getString('values') ?? undefined;
  if (trigger === undefined && values === undefined) return undefined;
  const name = trigger ?? (current && 'type' in current ? writeLeaf(current).name : EXPRESSION);
  const withIds = namesToIds(name, values ?? '', guild);
  return readCondition(isTriggerName(name) ? name : EXPRESSION, withIds);
}

function editedActions(options: Options, current: readonly AutomodAction[]): AutomodAction[] {
  const main = options.getString('action');
  if (main !== null) return readActions(options, main as MainAction); // -- Discord lets only the choices through
  const mainNow = current.find(({ type }) => type !== 'delete') ?? current[0];
  const names = ['delete', 'duration', 'role', 'reply', 'log-channel'];
  if (!mainNow || names.every((name) => options.get(name) === null)) return [...current];
  return readActions(options, mainNow.type, current);
}

function readActions(
  options: Options,
  main: MainAction,
  current: readonly AutomodAction[] = [],
): AutomodAction[] {
  const kept = (type: AutomodAction['type']) => current.find((action) => action.type === type);
  const wasDeleting = current.length === 0 ? !KEEPS_MESSAGE.includes(main) : kept('delete') !== undefined;
  const deletes = options.getBoolean('delete') ?? (main === 'delete' || wasDeleting);
  const reply = options.getString('reply');
  const logChannel = options.getChannel('log-channel');
  const role = options.getRole('role');
  const actions: (AutomodAction | undefined)[] = [
    deletes ? { type: 'delete' } : undefined,
    main === 'delete' ? undefined : mainAction(options, main, current),
    role && main !== 'role' ? { type: 'role', roleId: role.id } : kept('role'),
    reply && main !== 'reply' ? { type: 'reply', text: reply } : kept('reply'),
    logChannel ? { type: 'log', channelId: logChannel.id } : kept('log'),
  ];
  const found = actions.filter((action) => action !== undefined);
  const once = found.filter(({ type }, index) => found.findIndex((other) => other.type === type) === index);
  if (once.length === 0) throw badRule('delete', 'the rule would do nothing. Choose another `action`.');
  return once;
}

/** Which option an action needs, and what it becomes there. */
const NEEDED = {
  timeout: ['duration', 'durationMs', readDuration],
  ban: ['duration', 'durationMs', readDuration],
  role: ['role', 'roleId', (options: Options) => options.getRole('role')?.id],
  reply: ['reply', 'text', (options: Options) => options.getString('reply')],
  log: ['log-channel', 'channelId', (options: Options) => options.getChannel('log-channel')?.id],
} as const;

function mainAction(
  options: Options,
  main: Exclude<MainAction, 'delete'>,
  current: readonly AutomodAction[],
): AutomodAction {
  if (main === 'kick' || main === 'warn') return { type: main };
  const known = current.find(({ type }) => type === main);
  const [option, name, read] = NEEDED[main];
  return checked(option, { ...known, type: main, ...optional(name, read(options)) });
}

function optional(name: string, value: unknown): Record<string, unknown> {
  return value === null || value === undefined ? {} : { [name]: value };
}

function checked(
  option: string,
  action: { readonly type: MainAction } & Record<string, unknown>,
): AutomodAction {
  const { success, data } = automodAction.safeParse(action);
  if (success) return data;
  throw badRule(
    option,
    `${NEEDS[option] ?? 'it does not fit'} for the action "${MAIN_ACTIONS[action.type]}".`,
  );
}

const NEEDS: Readonly<Record<string, string>> = {
  duration: `give ${DURATION_FORMAT}, at most 28 days for a timeout and 5 years for a ban,`,
  role: 'choose the role',
  reply: 'say what',
};

function readDuration(options: Options): number | undefined {
  const text = options.getString('duration');
  if (text === null || text.trim().toLowerCase() === 'perm') return undefined;
  const ms = parseDuration(text);
  if (ms === undefined) throw badRule('duration', `${quoted(text)} is none. Give ${DURATION_FORMAT}.`);
  return ms;
}

/** Who is exempt already is taken off the list by naming them again. */
function readExemptions(options: Options, { exemptRoleIds, exemptChannelIds }: Exemptions): Exemptions {
  return {
    exemptRoleIds: toggled(exemptRoleIds, options.getRole('exempt-role')?.id, 'exempt-role'),
    exemptChannelIds: toggled(exemptChannelIds, options.getChannel('exempt-channel')?.id, 'exempt-channel'),
  };
}

function toggled(ids: readonly string[], id: string | undefined, option: string): string[] {
  if (id === undefined) return [...ids];
  if (ids.includes(id)) return ids.filter((other) => other !== id);
  if (ids.length >= BOUNDS.exemptions)
    throw badRule(option, `${BOUNDS.exemptions} are exempt, the most that can be.`);
  return [...ids, id];
}

function failMissing(option: string): never {
  throw badRule(option, 'choose what to look for.');
}
