import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';

/** electron-builder's afterPack hook: burns every fuse of the packed binary (reliability: Electron). */
export async function afterPack({ appOutDir, packager, electronPlatformName }: AfterPackContext): Promise<void> {
  const name =
    electronPlatformName === 'win32'
      ? `${packager.appInfo.productFilename}.exe`
      : String(packager.platformSpecificBuildOptions.executableName);
  await flipFuses(join(appOutDir, name), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  });
}
