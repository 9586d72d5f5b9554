/** Whether this code runs in a browser. */
export const IS_BROWSER: boolean = typeof document !== "undefined";
