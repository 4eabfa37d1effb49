import { runScript } from '../commands/run.ts';
import { buildDesktop } from './build.ts';

/** `npm run package -- --linux|--win [--dir]`: builds, then packs after electron-builder.yml. */
await buildDesktop();
process.exit(await runScript('electron-builder/cli.js', [...process.argv.slice(2), '--publish', 'never']));
