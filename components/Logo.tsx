/** Two circles that share a part: two people in one call. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 40 28" width="40" height="28" aria-hidden="true">
      <circle class="logo-one" cx="14" cy="14" r="12" />
      <circle class="logo-two" cx="26" cy="14" r="12" />
      <path class="logo-both" d="M20 3.61a12 12 0 0 1 0 20.78a12 12 0 0 1 0-20.78z" />
    </svg>
  );
}
