import { RecentRooms } from "./RecentRooms.tsx";
import { WhoComesIn } from "./WhoComesIn.tsx";

/** Under the prompt's buttons. */
export function PromptFoot({ join }: { join: (room: string) => void }) {
  return (
    <>
      <RecentRooms join={join} />
      <WhoComesIn />
    </>
  );
}
