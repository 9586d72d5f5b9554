/** Whether a stranger might come upon a room by guessing its name. Pure. */
import { parseRoomName } from "../signaling/room_name.ts";

/** Fewer letters and digits than this are tried out in an afternoon. */
const FEW_CHARACTERS = 6;
/** Dates and short telephone numbers. */
const FEW_DIGITS = 9;
/** "aaaaaaaa", "abababab". */
const FEW_DIFFERENT = 3;

/** What people call a room for want of a better idea, in the languages of the page. */
const COMMON = new Set(
  (
    "a an the my our your me us we and with of for to in room rooms call calls video chat chats talk " +
    "meet meeting meetings test testing tests demo hello welcome home house family friend friends " +
    "party office work team class school kitchen garden love mum mom dad mother father grandma " +
    "grandpa duet secret private public password qwerty asdf asdfgh example conference webcam " +
    "la il lo le gli un una di mio mia nostro nostra e con stanza chiamata videochiamata prova ciao " +
    "casa famiglia amici amico amica riunione lavoro ufficio scuola cucina mamma papà papa nonna " +
    "o os as um uma do da de meu minha nosso nossa sala chamada teste olá ola família familia amigos " +
    "amigo amiga reunião reuniao trabalho escola cozinha mãe mae pai avó avo " +
    "el los las mi nuestra nuestro llamada prueba hola reunión reunion trabajo oficina escuela " +
    "cocina mamá mama abuela abuelo " +
    "кімната дзвінок розмова зустріч тест перевірка привіт дім родина сім’я друзі робота школа " +
    "кухня мама тато бабуся дідусь наш наша моя мій і та відео чат"
  ).split(" "),
);

/** @param typed as far as the person got; nothing is no name yet */
export function isGuessable(typed: string): boolean {
  const parsed = parseRoomName(typed);
  if (!parsed.ok) return false;
  const words = parsed.name.key.split(/[^\p{L}\p{M}\p{N}’']+/u).filter((word) => word !== "");
  const characters = [...words.join("")];
  if (characters.length < FEW_CHARACTERS) return true;
  if (new Set(characters).size < FEW_DIFFERENT) return true;
  const isNumber = characters.every((character) => /\p{N}/u.test(character));
  if (isNumber) return characters.length < FEW_DIGITS;
  return words.every((word) =>
    COMMON.has(word.replace(/\p{N}+$/u, "")) || /^\p{N}{1,4}$/u.test(word)
  );
}
