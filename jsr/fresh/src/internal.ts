/** What a build's generated `server.js` uses. */
export { setBuild } from "./build.ts";
export { DiskBuild, type Snapshot } from "./disk_build.ts";
