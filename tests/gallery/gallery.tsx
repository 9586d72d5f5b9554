/** Shows the real components in the scene the address names: `?scene=full&lang=uk`. */
import { render } from "preact";
import { CallScreen } from "../../components/CallScreen.tsx";
import { rememberRoom } from "../../components/recent_rooms.ts";
import { TextProvider } from "../../components/text.ts";
import { CATALOGUE } from "../../locales/catalogue.ts";
import { isLocale } from "../../locales/messages.ts";
import { fakeView, type Pictures, type Scene } from "./fake_view.ts";
import { portrait } from "./portrait.ts";
import { SCENES } from "./scenes.ts";

const ME = {
  wall: "#33423d",
  light: "#b7c7b4",
  shirt: "#d9824a",
  skin: "#c98f6b",
  hair: "#2c211c",
};
const FRIEND = {
  wall: "#3b3550",
  light: "#e4c7a4",
  shirt: "#2f6f86",
  skin: "#e6b897",
  hair: "#5a3420",
};

function show(): void {
  const query = new URLSearchParams(location.search);
  const scene = SCENES[query.get("scene") ?? ""];
  if (scene === undefined) return showIndex();

  const asked = query.get("lang") ?? "";
  const locale = isLocale(asked) ? asked : "en";
  document.documentElement.lang = locale;
  localStorage.clear();
  for (const room of ["book club", "sunny-harbor"]) rememberRoom(room);
  const text = { locale, messages: CATALOGUE[locale] };
  render(
    <TextProvider value={text}>
      <CallScreen view={fakeView(scene, picturesOf(scene))} />
    </TextProvider>,
    document.body,
  );
}

function picturesOf({ state }: Scene): Pictures {
  const sees = state.name !== "permission" && state.name !== "blocked" && state.name !== "ended";
  const meets = state.name === "connected" || state.name === "reconnecting";
  return { local: sees ? portrait(ME) : null, remote: meets ? portrait(FRIEND) : null };
}

function showIndex(): void {
  const names = Object.keys(SCENES);
  render(
    <ul>
      {names.map((name) => (
        <li key={name}>
          <a href={`?scene=${name}`}>{name}</a>
        </li>
      ))}
    </ul>,
    document.body,
  );
}

show();
