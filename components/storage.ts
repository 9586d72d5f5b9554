/** `localStorage` for small preferences; where it is refused, everything works but is forgotten. */

const PREFIX = "duet.";

export function load(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

export function store(key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // Private windows and full disks: the preference lasts as long as the page.
  }
}
