/** What the rig needs to know about the machine it runs on; a table in tests, the real one below. */
export interface Machine {
  os: "linux" | "darwin" | "windows" | "other";
  isRoot: boolean;
  /** The `ID` and `ID_LIKE` words of /etc/os-release, empty elsewhere. */
  distribution: readonly string[];
  env(name: string): string | undefined;
  /** Whether a file is there. */
  exists(path: string): boolean;
}

/** The machine this process runs on. */
export function thisMachine(): Machine {
  const os = Deno.build.os;
  return {
    os: os === "linux" || os === "darwin" || os === "windows" ? os : "other",
    isRoot: os !== "windows" && Deno.uid() === 0,
    distribution: os === "linux" ? readDistribution() : [],
    env: (name) => Deno.env.get(name),
    exists: isFile,
  };
}

/** Finds a program by name in PATH, then where system programs live when PATH is a user's. */
export function findTool(name: string, machine: Machine): string | undefined {
  const windows = machine.os === "windows";
  const folders = (machine.env("PATH") ?? "").split(windows ? ";" : ":").filter(Boolean);
  if (!windows) folders.push("/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin");
  const file = windows ? `${name}.exe` : name;
  return folders.map((folder) => `${folder}${windows ? "\\" : "/"}${file}`)
    .find((path) => machine.exists(path));
}

/** Whether missing Debian packages can be installed by this process itself. */
export function canInstall(machine: Machine): boolean {
  return machine.os === "linux" && machine.isRoot && isDebianLike(machine) &&
    findTool("apt-get", machine) !== undefined;
}

/** Debian, Ubuntu and what calls itself like them. */
export function isDebianLike(machine: Machine): boolean {
  return machine.distribution.some((word) => word === "debian" || word === "ubuntu");
}

/** Installs Debian packages, updating the lists first. Throws when apt-get fails. */
export async function aptInstall(packages: string[]): Promise<void> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const commands = [
    ["update", "-q"],
    ["install", "-qy", "--no-install-recommends", ...packages],
  ];
  for (const args of commands) {
    // Its chatter goes to stderr, so that a caller's own stdout stays what it printed.
    const child = new Deno.Command("apt-get", { args, env, stdout: "piped" }).spawn();
    await child.stdout.pipeTo(Deno.stderr.writable, { preventClose: true });
    const { code } = await child.status;
    if (code !== 0) throw new Error(`Cannot install ${packages.join(" ")}: apt-get ended ${code}`);
  }
}

function readDistribution(): string[] {
  try {
    return parseDistribution(Deno.readTextFileSync("/etc/os-release"));
  } catch {
    return []; // A Linux without the file is simply one we cannot install on.
  }
}

/** The words of `ID` and `ID_LIKE` in an os-release file. */
export function parseDistribution(osRelease: string): string[] {
  return [...osRelease.matchAll(/^ID(?:_LIKE)?=(.*)$/gm)]
    .flatMap((line) => (line[1] ?? "").replaceAll(/["']/g, "").split(/\s+/))
    .filter(Boolean);
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}
