import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CallView } from "../../../call/view.ts";
import { CallScreen } from "../../../components/CallScreen.tsx";
import { rememberRoom } from "../../../components/recent_rooms.ts";
import { TextProvider } from "../../../components/text.ts";
import type { Locale, Messages } from "../../../locales/messages.ts";
import { fakeView, type Scene } from "../fake_view.ts";
import { friendPortrait, ownPortrait } from "../portrait.ts";
import { SCENES } from "../scenes.ts";

interface GalleryProps {
  readonly locale: Locale;
  readonly messages: Messages;
}

interface Shown {
  readonly name: string;
  readonly view: CallView;
}

/** The real screens in the scene that the address names: `#full`. Without one: a list of all. */
export default function Gallery(text: GalleryProps) {
  const shown = useSignal<Shown | null>(null);
  useEffect(() => {
    function show() {
      const name = location.hash.slice(1);
      const scene = SCENES[name];
      if (scene === undefined) return;
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
    <TextProvider value={text}>
      <div key={name} data-scene={name}>
        <CallScreen view={view} />
      </div>
    </TextProvider>
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

function viewOf(scene: Scene): CallView {
  const { name } = scene.state;
  const sees = name !== "permission" && name !== "blocked" && name !== "ended";
  const meets = name === "connected" || name === "reconnecting";
  return fakeView(scene, {
    local: sees ? ownPortrait() : null,
    remote: meets ? friendPortrait() : null,
  });
}
