import path from 'node:path';
import express from 'express';

/** The demo's first page: a phone and the console in one window, so that a newcomer sees an escalation happen. */
export const sideBySide = express.static(path.join(import.meta.dirname, 'side-by-side'), { redirect: false });
