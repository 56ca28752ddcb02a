import { auditReasonProblems } from './audit-reason.ts';
import { invalidFormBody } from './discord-error.ts';
import { findRules } from './find-rules.ts';
import { findSchema } from './find-schema.ts';
import { queryProblems } from './queries.ts';
import type { RequestToValidate } from './request.ts';
import { schemaProblems } from './schema-problems.ts';

/**
 * Refuses a request that Discord would refuse: first what its description holds, then what only its documentation says.
 * What is right, or not known to be wrong, passes.
 *
 * @throws {DiscordError} 400 with code 50035 and the place of every fault, or with the code of a rule that has its own.
 */
export function validateRequest(request: RequestToValidate): void {
  const schema = findSchema(request);
  const rules = findRules(request.method, request.template);
  const problems = [
    ...queryProblems(request),
    ...auditReasonProblems(request),
    ...(schema ? schemaProblems(schema, request.body ?? {}) : []),
  ];
  // The shape is settled before the rules look inside, so that one fault is not told twice.
  if (problems.length === 0 && rules) problems.push(...rules.problems(request));
  if (problems.length > 0) throw invalidFormBody(problems);
  rules?.refuse?.(request);
}
