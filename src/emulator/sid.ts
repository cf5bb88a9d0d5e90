/** A Twilio identifier: two letters (SM a text, MM a picture message, ME a picture) and 32 hexadecimal digits. */
export function newSid(prefix: 'SM' | 'MM' | 'ME', random: () => number): string {
  let digits = '';
  while (digits.length < 32)
    digits += Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return prefix + digits;
}
