/** The one place that names the property-testing library and its version. */
export * as fc from "npm:fast-check@^4.3";
