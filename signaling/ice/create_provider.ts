/** The TURN provider of one instance, telling logs and metrics how it fares. */
import type { Clock } from "../clock.ts";
import type { Log } from "../telemetry/log.ts";
import type { Telemetry } from "../telemetry/metrics.ts";
import { IceProvider, type ProviderConfig } from "./provider.ts";

export interface ProviderServices {
  /** The instance's, for the log. */
  readonly id: string;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly log: Log;
  readonly fetch?: typeof fetch;
}

/** @returns `null` without a provider in the configuration */
export function createProvider(
  config: ProviderConfig | null,
  services: ProviderServices,
): IceProvider | null {
  if (config === null) return null;
  const { id, clock, telemetry, log } = services;
  return new IceProvider(config, {
    clock,
    fetch: services.fetch ?? fetch,
    onFailure(reason, first) {
      telemetry.iceProviderFailed(reason);
      if (first) log("warn", "ice-provider-failed", { instance: id, reason });
    },
    onRecovery: () => log("info", "ice-provider-recovered", { instance: id }),
  });
}
