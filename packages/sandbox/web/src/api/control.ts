/** A refusal of the sandbox: what the Discord client would not have let happen, or Discord itself refuses. */
export class ControlRefusal extends Error {
  override readonly name = 'ControlRefusal';
  readonly status: number;
  /** Names the kind of refusal where the sandbox tells it, such as `no-response`. */
  readonly reason: string | undefined;

  constructor(status: number, message: string, reason: string | undefined) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}

/**
 * Asks the sandbox to do something.
 *
 * @param path below `/control/`
 * @param body JSON, or a form with files
 * @throws ControlRefusal
 */
export async function control<Answer = unknown>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<Answer> {
  const isForm = body instanceof FormData;
  const response = await fetch(`/control/${path}`, {
    method,
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
    ...(body && !isForm && { headers: { 'Content-Type': 'application/json' } }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) {
    // -- the sandbox answers every refusal in this shape
    const { error, reason } = answer as { error: string; reason?: string };
    throw new ControlRefusal(response.status, error, reason);
  }
  // -- the caller names what the operation answers with
  return answer as Answer;
}
