import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { OfficeRefusals } from '../../../shared/features/office/refusals.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../shared/kernel/result.ts';
import { derive } from './passwords.ts';

/** 迁移文件: the whole database sealed with a password (scrypt, AES-256-GCM), to carry to another PC. */
const magic = Buffer.from('MQMOVE1\n');
const saltLength = 16;
const ivLength = 12;
const tagLength = 16;
const headLength = magic.length + 4 + saltLength + ivLength;

/** Layout: magic, log2 of scrypt's N (4 bytes), salt, iv, ciphertext, tag. The head is authenticated too. */
export async function sealMoveFile(database: Uint8Array, password: string, cost: number): Promise<Uint8Array> {
  const [salt, iv] = [randomBytes(saltLength), randomBytes(ivLength)];
  const power = Buffer.alloc(4);
  power.writeUInt32BE(Math.log2(cost));
  const head = Buffer.concat([magic, power, salt, iv]);
  const cipher = createCipheriv('aes-256-gcm', await derive(password, salt, cost), iv);
  cipher.setAAD(head);
  return Buffer.concat([head, cipher.update(database), cipher.final(), cipher.getAuthTag()]);
}

type MoveRefusal = RefusalOf<Pick<OfficeRefusals, 'NOT_A_MOVE_FILE' | 'WRONG_MOVE_PASSWORD'>>;

/** The database inside; a changed byte and a wrong password look the same from outside. */
export async function openMoveFile(file: Uint8Array, password: string): Promise<Result<Uint8Array, MoveRefusal>> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length < headLength + tagLength || !bytes.subarray(0, magic.length).equals(magic))
    return refuse('NOT_A_MOVE_FILE');
  const power = bytes.readUInt32BE(magic.length);
  if (power < 10 || power > 17) return refuse('NOT_A_MOVE_FILE');
  const salt = bytes.subarray(magic.length + 4, magic.length + 4 + saltLength);
  const iv = bytes.subarray(headLength - ivLength, headLength);
  const decipher = createDecipheriv('aes-256-gcm', await derive(password, salt, 2 ** power), iv);
  decipher.setAAD(bytes.subarray(0, headLength));
  decipher.setAuthTag(bytes.subarray(-tagLength));
  try {
    return done(Buffer.concat([decipher.update(bytes.subarray(headLength, -tagLength)), decipher.final()]));
  } catch {
    return refuse('WRONG_MOVE_PASSWORD');
  }
}
