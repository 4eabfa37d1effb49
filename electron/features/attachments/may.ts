import type { Role } from '../../../shared/features/office/roles.ts';

/** Who adds and takes off: whoever does the office's work; admin keeps accounts only. */
export const mayAttach: readonly Role[] = ['operator', 'reviewer', 'leader'];
