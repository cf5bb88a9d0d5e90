import type { Request } from 'express';

/** All of practice is called so: what a trainee does there is nobody's business but theirs. */
export const PRACTISED = 'practised';
const PRACTICE = '/api/practice';

/** What was asked, as the audit names it: by its row of the route table, and what the first blank of its path is filled with. */
export function actOf(req: Request): { act: string; about: string | undefined } {
  if (req.route?.path.startsWith(PRACTICE)) return { act: PRACTISED, about: undefined };
  const about = Object.values(req.params)[0]?.toString();
  // What a stranger wrote there may be anything.
  return { act: `${req.method} ${req.route?.path}`, about: about && /^[\w-]{1,64}$/.test(about) ? about : undefined };
}
