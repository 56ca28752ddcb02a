import { Ao3 } from './ao3/ao3.ts';
import type { IntegrationsContext } from './context.ts';

/** What other sites have: works, posts, pages and answers. */
export class Integrations {
  /** Works, series and authors of the Archive of Our Own. */
  readonly ao3: Ao3;

  constructor(context: IntegrationsContext) {
    this.ao3 = new Ao3(context);
  }
}
