import { LineError } from '../../hotline/errors.ts';

/** What is wrong with the operator's DATA_DIR, said with the name of that setting. */
export function dataDirFault(detail: string, cause?: unknown): LineError {
  return new LineError('config-invalid', `DATA_DIR: ${detail}`, { cause });
}
