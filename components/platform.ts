/** Which browser and system the person has, as far as the steps for them differ. */
import type { Messages } from "../locales/messages.ts";

export type Browser = keyof Messages["guides"]["refused"];
export type System = keyof Messages["guides"]["blocked-by-system"];

export interface Platform {
  readonly browser: Browser;
  readonly system: System;
}

/**
 * @param userAgent of the browser
 * @param touchPoints `navigator.maxTouchPoints`: an iPad calls itself a Mac, but has them
 */
export function detectPlatform(userAgent: string, touchPoints: number): Platform {
  const system = detectSystem(userAgent, touchPoints);
  return { system, browser: detectBrowser(userAgent, system) };
}

function detectSystem(userAgent: string, touchPoints: number): System {
  if (/iPhone|iPad|iPod/.test(userAgent)) return "ios";
  if (/Macintosh/.test(userAgent)) return touchPoints > 1 ? "ios" : "mac";
  if (/Android/.test(userAgent)) return "android";
  if (/Windows/.test(userAgent)) return "windows";
  if (/Linux|X11/.test(userAgent) && !/CrOS/.test(userAgent)) return "linux";
  return "other";
}

function detectBrowser(userAgent: string, system: System): Browser {
  // Every browser on iOS is WebKit; the others add their own word before "Safari".
  if (system === "ios") {
    return /CriOS|FxiOS|EdgiOS|OPT\//.test(userAgent) ? "ios-other" : "ios-safari";
  }
  if (/Firefox\//.test(userAgent)) return system === "android" ? "other" : "firefox";
  if (system === "android") return /Chrome\//.test(userAgent) ? "android-chrome" : "other";
  if (/Edg\//.test(userAgent)) return "edge";
  if (/Chrome\//.test(userAgent)) return "chrome";
  if (/Safari\//.test(userAgent) && system === "mac") return "safari";
  return "other";
}
