import { useEffect, useState } from "preact/hooks";
import { ControlButton } from "./ControlButton.tsx";
import { useText } from "./text.ts";

/** The friend's picture over other windows (Picture-in-Picture, W3C), where the browser has it. */
export function FloatButton() {
  const { call } = useText().messages;
  const [isPossible, setPossible] = useState(false);
  useEffect(() => setPossible(document.pictureInPictureEnabled === true), []);
  if (!isPossible) return null;

  async function float() {
    try {
      if (document.pictureInPictureElement) await document.exitPictureInPicture();
      else await friendVideo()?.requestPictureInPicture();
    } catch {
      // The video has no frame yet, or the browser changed its mind.
    }
  }
  return <ControlButton icon="float" label={call.float} place="windows" onClick={float} />;
}

function friendVideo(): HTMLVideoElement | null {
  return document.querySelector<HTMLVideoElement>(".friend video");
}
