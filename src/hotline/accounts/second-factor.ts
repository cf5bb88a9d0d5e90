import { createHash, randomInt } from 'node:crypto';
import { generateSecret, generateURI, verifySync } from 'otplib';

const STEP_SECONDS = 30;
const RECOVERY_CODES = 10;
/** Without letters and digits that are read for one another; 16 of these 30 are 78 bits, beyond guessing even offline. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz2345679';
const GROUPS = 4;

/** A new secret for an authenticator, and the address that its picture holds. */
export function newAuthenticator(login: string, issuer: string): { secret: string; uri: string } {
  const secret = generateSecret();
  return { secret, uri: generateURI({ issuer, label: login, secret }) };
}

/**
 * The time step of a right code; undefined for a wrong one, and for one of a step that is not after `usedStep`. One step
 * either way counts too, for phones whose clock is off (RFC 6238, 5.2).
 * @param now ms since the epoch
 */
export function stepOfCode(
  secret: string,
  code: string,
  now: number,
  usedStep: number | undefined,
): number | undefined {
  // otplib throws at a used step that is still to come, which a clock that was set back makes.
  const furthest = Math.floor(now / 1000 / STEP_SECONDS) + 1;
  if (!/^\d{6}$/.test(code) || (usedStep ?? 0) >= furthest) return undefined;
  const checked = verifySync({
    ...{ secret, token: code, epoch: Math.floor(now / 1000), epochTolerance: STEP_SECONDS },
    ...(usedStep !== undefined && { afterTimeStep: usedStep }),
  });
  return checked.valid && 'timeStep' in checked ? checked.timeStep : undefined;
}

/** Ten codes for the day the phone is lost, each good once, and the hashes that are kept of them. */
export function newRecoveryCodes(): { codes: string[]; hashes: string[] } {
  const letter = () => ALPHABET[randomInt(ALPHABET.length)] ?? '';
  const group = () => Array.from({ length: 4 }, letter).join('');
  const codes = Array.from({ length: RECOVERY_CODES }, () => Array.from({ length: GROUPS }, group).join('-'));
  return { codes, hashes: codes.map(hashOfRecoveryCode) };
}

/** However it was typed: capitals, spaces and dashes do not count. */
export function hashOfRecoveryCode(code: string): string {
  const bare = code.toLowerCase().replace(/[\s-]/g, '');
  return createHash('sha256').update(`recovery:${bare}`).digest('base64url');
}
