import { LanguageMenu } from "./LanguageMenu.tsx";
import { Logo } from "./Logo.tsx";

export function TopBar() {
  return (
    <header class="bar">
      <span class="brand">
        <Logo />
        Duet
      </span>
      <LanguageMenu />
    </header>
  );
}
