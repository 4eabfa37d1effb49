import type { FileRoutes } from '../../app/files.ts';

/** Papers of 信用监管; each room registers its own. */
export function supervisionFiles(_routes: FileRoutes): void {}
