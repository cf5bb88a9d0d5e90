import { z } from 'zod';

/** POST /api/practice/rounds → BeginPractice */
export const beginPracticeBody = z.strictObject({ script: z.string().max(40) });
/** POST /api/practice/rounds/:round/finish, and POST /api/practice/leave */
export const finishPracticeBody = z.strictObject({});

export type BeginPracticeBody = z.input<typeof beginPracticeBody>;
