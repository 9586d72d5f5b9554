/**
 * Building and developing an app: `import { Builder } from "fresh/dev"`.
 *
 * @module
 */
export { Builder } from "./builder.ts";
export type { BuildOptions, ResolvedBuildConfig } from "./config.ts";
