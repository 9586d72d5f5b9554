/** What can be undone: spies on methods and stubs. */
interface Restorable {
  restore(): void;
}

const replaced = new Set<Restorable>();

/** Remembers a mock until it is restored. */
export function remember(mock: Restorable): void {
  replaced.add(mock);
}

/** Forgets a mock that was restored by itself. */
export function forget(mock: Restorable): void {
  replaced.delete(mock);
}

/** Restores all that is still replaced. */
export function restoreAll(): void {
  for (const mock of [...replaced]) mock.restore();
}
