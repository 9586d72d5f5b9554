import { useEffect, useState } from "preact/hooks";
import { useExtraText } from "./extra_text.ts";
import { isGuessable } from "./guessable.ts";

/** Nobody is told of a name they are still typing. */
const CALM_MS = 700;

/** Says that strangers may come upon this name; "Suggest a name" stands beside the field. */
export function NameHint({ name }: { name: string }) {
  const { privacy } = useExtraText();
  const [calm, setCalm] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setCalm(name), CALM_MS);
    return () => clearTimeout(timer);
  }, [name]);
  return <p class="hint" role="status">{calm === name && isGuessable(name) && privacy.guessable}
  </p>;
}
