import { useExtraText } from "./extra_text.ts";
import { Icon } from "./Icon.tsx";

/** Who can come into a room, and what the server learns. */
export function WhoComesIn() {
  const { privacy } = useExtraText();
  return (
    <p class="assurance">
      <Icon name="lock" />
      <span>{privacy.who}</span>
    </p>
  );
}
