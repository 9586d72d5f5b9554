import { isLocale, LANGUAGE_NAMES, LOCALES } from "../locales/messages.ts";
import { Icon } from "./Icon.tsx";
import { useText } from "./text.ts";

/** The server remembers the choice and answers with the same page in that language. */
export function LanguageMenu() {
  const { locale, messages } = useText();

  function choose(event: Event) {
    if (!(event.target instanceof HTMLSelectElement) || !isLocale(event.target.value)) return;
    const address = new URL(location.href);
    address.searchParams.set("lang", event.target.value);
    location.assign(address);
  }

  return (
    <label class="language">
      <Icon name="globe" />
      <select aria-label={messages.language} value={locale} onChange={choose}>
        {LOCALES.map((each) => (
          <option key={each} value={each} lang={each} selected={each === locale}>
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
