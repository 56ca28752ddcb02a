import type { Specimen } from './specimen.ts';
import type { Fault, Findings } from './fault.ts';

/** Registers the plugin's commands in a guild, and reports what Discord refuses of them. */
export async function checkCommands({ bot, plugin }: Specimen): Promise<Findings> {
  const guild = await bot.guild({ enable: [plugin.id] });
  const refused = bot.sandbox.requests.find(
    ({ method, path, status }) =>
      method === 'PUT' && path.endsWith(`/guilds/${guild.id}/commands`) && status >= 400,
  );
  if (!refused?.problem) return { faults: [] };
  const names = (refused.body as readonly { readonly name: string }[]).map(({ name }) => name);
  return { faults: problemsIn(refused.problem).map((problem) => faultOf(problem, names)) };
}

/** A fault of a request: its place, from the index of the command on, and Discord's words. */
interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

function faultOf({ path, message }: Problem, names: readonly string[]): Fault {
  const [index, ...field] = path;
  const name = names[Number(index)];
  const where = name === undefined ? 'manifest "pieces.commands"' : `command "${name}"`;
  return { where, message: `Discord refuses "${field.join('.') || 'it'}": ${message}` };
}

/** The faults of a refused form (Reference › Error Messages): every step of a path is a key, `_errors` ends it. */
function problemsIn(answer: object): Problem[] {
  const { errors, message } = answer as { readonly errors?: object; readonly message?: string };
  return errors ? problemsAt(errors, []) : [{ path: [], message: message ?? 'no reason given' }];
}

function problemsAt(tree: object, path: readonly string[]): Problem[] {
  return Object.entries(tree).flatMap(([step, value]: [string, unknown]) => {
    if (step === '_errors' && Array.isArray(value))
      return value.map(({ message }: { readonly message: string }) => ({ path, message }));
    return typeof value === 'object' && value !== null ? problemsAt(value, [...path, step]) : [];
  });
}
