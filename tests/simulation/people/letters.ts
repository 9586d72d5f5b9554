/** The texts a person wrote, and for whom. */

export interface Letter {
  readonly text: string;
  /** The page it was written on. */
  readonly page: string;
  /** The holder of the other seat when it was written; `null`: nobody was there. */
  to: string | null;
  /** Counts what was written on this page. */
  readonly number: number;
}

export class Letters {
  readonly all: Letter[] = [];

  /** Its words occur only once in a life. */
  write(author: string, page: string, to: string | null): Letter {
    const number = this.all.filter((letter) => letter.page === page).length;
    const letter = { text: `${author} on ${page}: text ${number}`, page, to, number };
    this.all.push(letter);
    return letter;
  }
}
