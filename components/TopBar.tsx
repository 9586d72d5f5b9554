import { LanguageMenu } from "./LanguageMenu.tsx";
import { Logo } from "./Logo.tsx";

/** @param mayLeave changing the language reloads the page: not for people who wait in a room */
export function TopBar({ mayLeave }: { mayLeave: boolean }) {
  return (
    <header class="bar">
      <span class="brand">
        <Logo />
        Duet
      </span>
      {mayLeave && <LanguageMenu />}
    </header>
  );
}
