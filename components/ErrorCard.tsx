import { Logo } from "./Logo.tsx";

interface ErrorCardProps {
  readonly heading: string;
  readonly hint: string;
  readonly home: string;
}

/** A whole page that says what went wrong, and the way back. */
export function ErrorCard({ heading, hint, home }: ErrorCardProps) {
  return (
    <main class="duet" data-layout="card">
      <header class="bar">
        <span class="brand">
          <Logo />
          Duet
        </span>
      </header>
      <section class="card">
        <h1>{heading}</h1>
        <p class="lead">{hint}</p>
        <div class="actions">
          <a class="button primary" href="/">{home}</a>
        </div>
      </section>
    </main>
  );
}
