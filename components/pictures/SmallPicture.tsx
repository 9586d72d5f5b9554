import type { RefObject } from "preact";
import { useDrag } from "../movable.ts";
import { usePreferences } from "../preferences.ts";

/** In a picture while it is small: a pointer drags it to another corner, one's own comes along. */
export function SmallPicture({ frame }: { frame: RefObject<HTMLElement> }) {
  const { corner } = usePreferences();
  useDrag(frame, corner.set);
  return null;
}
