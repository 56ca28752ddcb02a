/** What is wrong with a field. */
export function Problem({ id, problem }: { readonly id: string; readonly problem: string | undefined }) {
  return (
    <p id={id} class="option-problem" {...(problem !== undefined && { role: 'alert' })}>
      {problem}
    </p>
  );
}
