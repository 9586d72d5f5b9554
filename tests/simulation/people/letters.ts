/** The texts a person wrote, and for whom. */

export interface Letter {
  readonly text: string;
  /** The page it was written on. */
  readonly page: string;
  /** The holder of the other seat when it was written; `null`: nobody was there. */
  readonly to: string | null;
  /** Counts what was written on this page. */
  readonly number: number;
}

export class Letters {
  readonly all: Letter[] = [];

  /** @returns the words, which occur only once in a life */
  write(author: string, page: string, to: string | null): string {
    const number = this.all.filter((letter) => letter.page === page).length;
    const text = `${author} on ${page}: text ${number}`;
    this.all.push({ text, page, to, number });
    return text;
  }
}
