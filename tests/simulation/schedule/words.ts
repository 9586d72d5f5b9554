/** A life in words, for whoever must understand why it failed. */
import { type Happening, lasts, type LifePlan, type Setting } from "./happenings.ts";

export function inWords({ seed, setting, schedule }: LifePlan): string {
  const lines = schedule.map(({ atMs, forMs, what }) => {
    const span = lasts(what) ? ` for ${seconds(forMs)}` : "";
    return `  ${seconds(atMs).padStart(8)}  ${words(what, setting)}${span}`;
  });
  return [`life ${seed}: ${settingInWords(setting)}`, ...lines].join("\n");
}

function settingInWords(setting: Setting): string {
  const { people, instances, exclusive, delayMs, kvLatencyMs, clockErrorMs } = setting;
  const kv = exclusive ? "a file" : "a shared KV";
  const apart = instances === 2 && clockErrorMs !== 0 ? `, clocks ${clockErrorMs} ms apart` : "";
  return [
    people.map(personInWords).join(", "),
    `${instances} instance${instances === 1 ? "" : "s"} on ${kv} (${kvLatencyMs} ms${apart})`,
    `${delayMs} ms per hop`,
    ...(setting.direct ? [] : ["no way between browsers"]),
    ...(setting.relay ? ["a relay"] : []),
  ].join("; ");
}

function personInWords(person: Setting["people"][number]): string {
  const { name, engine, opensAtMs, whenFull, lets, asksFirst, locks, clockErrorMs } = person;
  const habits = [
    engine,
    `opens at ${seconds(opensAtMs)}`,
    ...(whenFull === "agrees" ? [] : [`${whenFull} when full`]),
    ...(lets ? [] : ["lets nobody in"]),
    ...(asksFirst ? ["asks about newcomers"] : []),
    ...(locks ? [] : ["no locks"]),
    ...(clockErrorMs === 0 ? [] : [`clock ${clockErrorMs} ms off`]),
  ];
  return `${name} (${habits.join(", ")})`;
}

function words(what: Happening, { people }: Setting): string {
  const who = "who" in what ? people[what.who]?.name ?? "?" : "";
  switch (what.kind) {
    case "cut":
      return `${who}'s wire to the ${what.wire} is cut${
        what.way === "both" ? "" : what.way === "out" ? " outwards" : " inwards"
      }`;
    case "slow":
      return `${who}'s wire to the ${what.wire} is ${what.ms} ms slower`;
    case "link":
      return `${who}'s machine has no link`;
    case "move":
      return `${who}'s machine gets another address`;
    case "kill":
      return `instance ${what.instance} is killed`;
    case "stop":
      return `instance ${what.instance} is stopped in order`;
    case "pause":
      return `instance ${what.instance} is paused`;
    case "refuse":
      return `every upgrade is refused with ${what.status}`;
    case "kv":
      return `KV is ${what.mood === "losing" ? "losing answers" : what.mood}`;
    case "reload":
      return `${who} reloads, gone`;
    case "crash":
      return `${who}'s browser is killed, gone`;
    case "close":
      return `${who} closes the tab, gone`;
    case "freeze":
      return `${who}'s scripts stand still`;
    case "sleep":
      return `${who}'s lid is closed`;
    case "duplicate":
      return `${who} duplicates the tab`;
    case "device":
      return `${who}'s ${what.device} is lost`;
    case "join":
      return `${who} joins`;
    case "cancel":
      return `${who} cancels`;
    case "leave":
      return `${who} leaves`;
    case "other-room":
      return `${who} goes to the other room`;
    case "controls":
      return `${who} is muted, without a picture and saves data`;
    case "clock":
      return `instance ${what.instance}'s clock is set by ${what.ms} ms`;
    case "write":
      return `${who} writes ${what.count} text${what.count === 1 ? "" : "s"}`;
  }
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`;
}
