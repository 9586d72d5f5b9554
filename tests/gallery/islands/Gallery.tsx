import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { CallScreen } from "../../../components/CallScreen.tsx";
import { Language } from "../../../components/Language.tsx";
import { rememberRoom } from "../../../components/recent_rooms.ts";
import type { Locale, Messages } from "../../../locales/messages.ts";
import { type FakeView, fakeView, type Scene } from "../fake_view.ts";
import { friendPortrait, friendsScreen, ownPortrait } from "../portrait.ts";
import { SCENES } from "../scenes.ts";

interface GalleryProps {
  readonly locale: Locale;
  readonly messages: Messages;
}

interface Shown {
  readonly name: string;
  readonly view: FakeView;
}

/**
 * The real screens in the scene that the address names: `#full`; `#+full` turns the one that is
 * shown into it. Without a name: a list of all.
 */
export default function Gallery(text: GalleryProps) {
  const shown = useSignal<Shown | null>(null);
  useEffect(() => {
    function show() {
      const hash = location.hash.slice(1);
      const name = hash.replace("+", "");
      const scene = SCENES[name];
      if (scene === undefined) return;
      if (hash !== name) return shown.peek()?.view.become(scene);
      localStorage.clear();
      for (const room of ["book club", "sunny-harbor"]) rememberRoom(room);
      shown.value = { name, view: viewOf(scene) };
    }
    show();
    addEventListener("hashchange", show);
    return () => removeEventListener("hashchange", show);
  }, []);

  if (shown.value === null) return <SceneList />;
  const { name, view } = shown.value;
  return (
    <Language text={text}>
      <div key={name} data-scene={name}>
        <CallScreen view={view} />
      </div>
    </Language>
  );
}

function SceneList() {
  return (
    <ul>
      {Object.keys(SCENES).map((name) => (
        <li key={name}>
          <a href={`#${name}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

function viewOf(scene: Scene): FakeView {
  const { name } = scene.state;
  const sees = name !== "permission" && name !== "blocked" && name !== "ended";
  const meets = name === "connected" || name === "reconnecting";
  return fakeView(scene, {
    local: sees ? ownPortrait() : null,
    remote: meets ? friendPortrait() : null,
    screen: scene.friendShares ? friendsScreen() : null,
  });
}
