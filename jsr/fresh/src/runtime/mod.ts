/**
 * What server and browser share: `import … from "fresh/runtime"`.
 *
 * @module
 */
export { asset } from "./asset.ts";
export { IS_BROWSER } from "./browser.ts";
export { Head, type HeadProps } from "./head.ts";
