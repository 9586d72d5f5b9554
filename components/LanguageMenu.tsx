import { isLocale, LANGUAGE_NAMES, LOCALES } from "../locales/messages.ts";
import { Icon } from "./Icon.tsx";
import { useChooseLanguage, useText } from "./text.ts";

export function LanguageMenu() {
  const { locale, messages } = useText();
  const choose = useChooseLanguage();

  async function onChange(event: Event) {
    const { target } = event;
    if (!(target instanceof HTMLSelectElement) || !isLocale(target.value)) return;
    // The menu says which language it is, not which one could not be had.
    if (!await choose(target.value)) target.value = locale;
  }

  return (
    <label class="language">
      <Icon name="globe" />
      <select aria-label={messages.language} value={locale} onChange={onChange}>
        {LOCALES.map((each) => (
          <option key={each} value={each} lang={each} selected={each === locale}>
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
