import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { rememberLocale } from "../locales/choose.ts";
import { loadMessages } from "../locales/load.ts";
import type { Locale } from "../locales/messages.ts";
import { ChooseProvider, type Text, TextProvider } from "./text.ts";

interface LanguageProps {
  /** As the server chose it; its messages came with the page. */
  readonly text: Text;
  readonly children: ComponentChildren;
}

/** The language of everything inside. Another one is loaded in place: nothing typed is lost. */
export function Language({ text, children }: LanguageProps) {
  const shown = useSignal(text);
  const wanted = useRef(text.locale);
  const choose = useMemo(() => {
    return async function choose(locale: Locale): Promise<boolean> {
      wanted.current = locale;
      // Only what is fetched may fail: the server cannot be reached.
      const messages = await loadMessages(locale).catch(() => null);
      if (messages === null) return false;
      if (wanted.current !== locale) return true; // Another one was chosen meanwhile.
      document.cookie = rememberLocale(locale, { secure: location.protocol === "https:" });
      document.documentElement.lang = locale;
      shown.value = { locale, messages };
      return true;
    };
  }, []);

  return (
    <ChooseProvider value={choose}>
      <TextProvider value={shown.value}>{children}</TextProvider>
    </ChooseProvider>
  );
}
