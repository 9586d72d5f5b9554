import { Child, freePort } from "./child.ts";
import { findTool, type Machine, thisMachine } from "./machine.ts";

/** Choices for a TURN server. */
export interface TurnServerOptions {
  /** The address it listens on and relays from; default: loopback. */
  address?: string;
  namespace?: string;
  port?: number;
  /** TURN over TLS on this port, with a certificate that nobody signed. */
  tlsPort?: number;
}

/** A running coturn that takes short-lived credentials, and answers STUN as well. */
export interface TurnServer extends AsyncDisposable {
  /** The secret that credentials are made from: `TURN_SECRET` of the app. */
  secret: string;
  stunUrl: string;
  udpUrl: string;
  tcpUrl: string;
  /** Only with `tlsPort`. */
  tlsUrl: string;
  /** The certificate of `tlsUrl`, PEM; empty without it. */
  certificate: string;
  /** Everything it printed so far. */
  readonly output: string;
  kill9(): Promise<number>;
}

const SECRET = "only-for-tests";
const RELAY_PORTS = { min: 49_160, max: 49_260 };

/** Why no TURN server can run here; undefined when one can. */
export function whyNoTurnServer(machine: Machine = thisMachine()): string | undefined {
  if (findTool("turnserver", machine)) return undefined;
  return "no turnserver was found; to run it: apt-get install -y --no-install-recommends coturn";
}

/** Starts coturn. */
export async function startTurnServer(options: TurnServerOptions = {}): Promise<TurnServer> {
  const { address = "127.0.0.1", port = freePort(), namespace, tlsPort } = options;
  const folder = await Deno.makeTempDir({ prefix: "duet_turn_" });
  const cleanUp = () => Deno.remove(folder, { recursive: true });
  const words = [
    findTool("turnserver", thisMachine()) ?? "turnserver",
    "-n", // no configuration file
    `--listening-ip=${address}`,
    `--relay-ip=${address}`,
    `--listening-port=${port}`,
    `--min-port=${RELAY_PORTS.min}`,
    `--max-port=${RELAY_PORTS.max}`,
    "--use-auth-secret",
    `--static-auth-secret=${SECRET}`,
    "--realm=duet.test",
    "--no-cli",
    ...(tlsPort === undefined ? ["--no-tls"] : await tlsWords(folder, address, tlsPort)),
    "--no-dtls",
    "--allow-loopback-peers",
    "--verbose", // else it does not say when it listens
    "--log-file=stdout",
    `--pidfile=${folder}/pid`,
    `--userdb=${folder}/users.sqlite`,
  ];
  const ready = /UDP listener opened on/; // the TCP ones come before it
  const child = await Child.start({ name: "The TURN server", words, ready, namespace, cwd: folder })
    .catch(async (error) => {
      await cleanUp();
      throw error;
    });
  return {
    secret: SECRET,
    stunUrl: `stun:${address}:${port}`,
    udpUrl: `turn:${address}:${port}?transport=udp`,
    tcpUrl: `turn:${address}:${port}?transport=tcp`,
    certificate: tlsPort === undefined ? "" : await Deno.readTextFile(certificateIn(folder)),
    tlsUrl: `turns:${address}:${tlsPort}?transport=tcp`,
    get output() {
      return child.output;
    },
    kill9: () => child.kill9(),
    [Symbol.asyncDispose]: async () => {
      await child[Symbol.asyncDispose]();
      await cleanUp();
    },
  };
}

function certificateIn(folder: string): string {
  return `${folder}/certificate.pem`;
}

/** Makes a certificate that nobody signed, for an address or a name. */
export async function makeCertificate(
  { key, certificate }: { readonly key: string; readonly certificate: string },
  name: string,
): Promise<void> {
  const kind = /^[\d.]+$|:/.test(name) ? "IP" : "DNS";
  const { success, stderr } = await new Deno.Command("openssl", {
    args: ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
      .concat("-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=duet.test")
      .concat("-addext", `subjectAltName=${kind}:${name}`),
    stderr: "piped",
  }).output();
  if (!success) throw new Error(`Cannot make a certificate: ${new TextDecoder().decode(stderr)}`);
}

/** What coturn has to be told to speak TLS. */
async function tlsWords(folder: string, address: string, port: number): Promise<string[]> {
  const [key, certificate] = [`${folder}/key.pem`, certificateIn(folder)];
  await makeCertificate({ key, certificate }, address);
  return [`--tls-listening-port=${port}`, `--cert=${certificate}`, `--pkey=${key}`];
}

/** User and password for coturn's `use-auth-secret`, as the TURN REST API draft has it. */
export async function turnCredentials(
  secret: string,
  expiresInSeconds: number,
): Promise<{ username: string; credential: string }> {
  const username = `${Math.floor(Date.now() / 1000) + expiresInSeconds}:test`;
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-1" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, [
    "sign",
  ]);
  const signature = await crypto.subtle.sign("HMAC", key, encoder.encode(username));
  return { username, credential: new Uint8Array(signature).toBase64() };
}
