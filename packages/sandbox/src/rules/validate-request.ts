import { invalidFormBody } from './discord-error.ts';
import { findSchema } from './find-schema.ts';
import type { RequestToValidate } from './request.ts';
import { schemaProblems } from './schema-problems.ts';

/**
 * Refuses a request that Discord would refuse. What is right, or not known to be wrong, passes.
 *
 * @throws {DiscordError} 400 with code 50035 and the place of every fault, or with the code of a rule that has its own.
 */
export function validateRequest(request: RequestToValidate): void {
  const schema = findSchema(request);
  if (!schema) return;
  const problems = schemaProblems(schema, request.body ?? {});
  if (problems.length > 0) throw invalidFormBody(problems);
}
