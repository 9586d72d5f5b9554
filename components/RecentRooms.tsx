import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { fill } from "../locales/format.ts";
import { Icon } from "./Icon.tsx";
import { forgetRoom, recentRooms } from "./recent_rooms.ts";
import { useText } from "./text.ts";

/** Rooms of before, one click away; each can be taken off the list. */
export function RecentRooms({ join }: { join: (room: string) => void }) {
  const { prompt } = useText().messages;
  const rooms = useSignal<readonly string[]>([]);
  useEffect(() => {
    rooms.value = recentRooms();
  }, []);
  if (rooms.value.length === 0) return null;

  return (
    <section class="recent" aria-labelledby="recent-heading">
      <h2 id="recent-heading">{prompt.recent}</h2>
      <ul>
        {rooms.value.map((room) => (
          <li key={room} class="chip">
            <button type="button" class="chip-name" onClick={() => join(room)}>{room}</button>
            <button
              type="button"
              class="chip-remove"
              aria-label={fill(prompt.forget, { room })}
              onClick={() => rooms.value = forgetRoom(room)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
