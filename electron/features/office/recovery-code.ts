/** Letters and digits that cannot be misread on paper. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code of 25 characters in groups of five (about 123 bits), for the sealed envelope. */
export function recoveryCode(randomBytes: (length: number) => Uint8Array): string {
  const letters: string[] = [];
  while (letters.length < 25) {
    // Bytes at or above the largest multiple are dropped, so that every letter is equally likely.
    for (const byte of randomBytes(32)) {
      if (byte < 248 && letters.length < 25) letters.push(alphabet[byte % alphabet.length] ?? '');
    }
  }
  return letters.join('').replace(/(.{5})(?=.)/g, '$1-');
}

/** The code as typed from paper: case, blanks and dashes do not matter. */
export function normaliseRecoveryCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
