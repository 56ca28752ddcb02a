/** As in `engines` of the package, which npm only warns of. */
const OLDEST = { major: 24, minor: 12 };

/** @throws {Error} when a version of Node, such as `v24.12.0`, cannot run plugins, which are TypeScript as it is */
export function assertNodeVersion(version: string): void {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return;
  throw new Error(
    `This is Node ${version}; plugins need ${OLDEST.major}.${OLDEST.minor} or later. Install it from https://nodejs.org and run the tests again.`,
  );
}
