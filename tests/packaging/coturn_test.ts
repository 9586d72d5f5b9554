/** The relay of `compose.yaml`, started by its own script. */
import { allocate, bind } from "../../tools/doctor/stun_client.ts";
import { Child } from "../rig/child.ts";
import { testUnless } from "../rig/not_run.ts";
import { makeCertificate, turnCredentials, whyNoTurnServer } from "../rig/turn_server.ts";

const SECRET = "only-for-tests";
const SCRIPT = new URL("../../deploy/coturn.sh", import.meta.url).pathname;

testUnless(
  whyNoTurnServer(),
  "coturn.sh: STUN, and TURN over UDP, TCP and TLS with the proxy's certificate, read anew",
  async () => {
    const folder = await Deno.makeTempDir({ prefix: "duet_coturn_" });
    try {
      // Where Caddy puts them, for a name that nobody vouches for.
      const kept = `${folder}/certificates/local/localhost`;
      await Deno.mkdir(kept, { recursive: true });
      const certificate = `${kept}/localhost.crt`;
      await makeCertificate({ key: `${kept}/localhost.key`, certificate }, "localhost");
      await using relay = await Child.start({
        name: "The relay",
        words: ["sh", SCRIPT, "--verbose"],
        ready: /UDP listener opened on/,
        env: {
          DOMAIN: "localhost",
          TURN_SECRET: SECRET,
          CERTIFICATES: folder,
          RELOAD_SECONDS: "1",
        },
        cwd: folder,
      });
      const account = await turnCredentials(SECRET, 60);
      await bind("stun:localhost:3478");
      await allocate("turn:localhost:3478?transport=udp", account);
      await allocate("turn:localhost:3478?transport=tcp", account);
      const ca = await Deno.readTextFile(certificate);
      await allocate("turns:localhost:5349?transport=tcp", account, { ca });
      await relay.printed(/[Rr]eload/);
      await allocate("turns:localhost:5349?transport=tcp", account, { ca });
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
);
