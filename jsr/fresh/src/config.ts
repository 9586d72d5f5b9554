/** What an app may set when it is created. */
export interface FreshConfig {
  /** Path prefix every route lives under, without a trailing slash. */
  basePath?: string;
  /** Whether this is a development or a production server. */
  mode?: "development" | "production";
  /** Take protocol and host from the `X-Forwarded-*` headers. */
  trustProxy?: boolean;
}

/** An app's configuration with every default filled in. */
export interface ResolvedFreshConfig {
  /** The project's directory. */
  root: string;
  /** Path prefix every route lives under, `""` when there is none. */
  basePath: string;
  /** Whether this is a development or a production server. */
  mode: "development" | "production";
  /** Whether `X-Forwarded-*` headers are believed. */
  trustProxy: boolean;
}

/** Fills in the defaults of an app's configuration. */
export function resolveConfig(config: FreshConfig): ResolvedFreshConfig {
  return {
    root: ".",
    basePath: config.basePath ?? "",
    mode: config.mode ?? "production",
    trustProxy: config.trustProxy ?? false,
  };
}
