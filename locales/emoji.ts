/**
 * The 64 emoji of a verification code, with a word to read aloud in each language, none of which is
 * easily heard as another; their order is part of the protocol between pages. Loaded when somebody compares codes.
 */
import type { Locale } from "./messages.ts";

const LANGUAGES: readonly Locale[] = ["en", "it", "pt", "uk", "es"];

/** Emoji, then its word by {@linkcode LANGUAGES}. */
const EMOJI: readonly string[] = [
  "🦉|owl|gufo|coruja|сова|búho",
  "🐝|honeybee|ape|abelha|бджола|abeja",
  "🐌|snail|lumaca|caracol|равлик|caracol",
  "🦀|crab|granchio|caranguejo|краб|cangrejo",
  "🐪|camel|dromedario|dromedário|верблюд|dromedario",
  "🐳|whale|balena|baleia|кит|ballena",
  "🐸|frog|rana|sapo|жаба|rana",
  "🦊|fox|volpe|raposa|лисиця|zorro",
  "🐘|elephant|elefante|elefante|слон|elefante",
  "🦆|duck|anatra|pato|качка|pato",
  "🐴|horse|cavallo|cavalo|кінь|caballo",
  "🐢|turtle|tartaruga|tartaruga|черепаха|tortuga",
  "🦋|butterfly|farfalla|borboleta|метелик|mariposa",
  "🐭|mouse|topo|camundongo|миша|ratón",
  "🐻|bear|orso|urso|ведмідь|oso",
  "🐓|rooster|gallo|galo|півень|gallo",
  "🌵|cactus|cactus|cacto|кактус|cactus",
  "🌻|sunflower|girasole|girassol|соняшник|girasol",
  "🌳|tree|albero|árvore|дерево|árbol",
  "🍄|mushroom|fungo|cogumelo|мухомор|seta",
  "🍋|lemon|limone|limão|лимон|limón",
  "🍇|grapes|uva|uvas|виноград|uvas",
  "🍒|cherries|ciliegie|cerejas|вишні|cerezas",
  "🥕|carrot|carota|cenoura|морква|zanahoria",
  "🍞|bread|pane|pão de forma|хліб|pan",
  "🧀|cheese|formaggio|queijo|сир|queso",
  "🥚|egg|uovo|ovo|яйце|huevo",
  "🍦|ice cream|gelato|sorvete|морозиво|helado",
  "🍕|pizza|pizza|pizza|піца|pizza",
  "🌙|moon|luna|lua|місяць|luna",
  "⭐|star|stella|estrela|зірка|estrella",
  "🌈|rainbow|arcobaleno|arco-íris|веселка|arcoíris",
  "⛄|snowman|pupazzo di neve|boneco de neve|сніговик|muñeco de nieve",
  "🌋|volcano|vulcano|vulcão|вулкан|volcán",
  "🏰|castle|fortezza|fortaleza|замок|fortaleza",
  "⛺|tent|tenda|barraca|намет|tienda de campaña",
  "🏠|home|casa|casa|хата|casa",
  "🚪|door|porta|porta|двері|puerta",
  "🚌|bus|autobus|ônibus|автобус|autobús",
  "⛵|sailboat|barca a vela|veleiro|вітрильник|velero",
  "🚲|bicycle|bicicletta|bicicleta|велосипед|bicicleta",
  "🚁|helicopter|elicottero|helicóptero|гелікоптер|helicóptero",
  "🚀|rocket|razzo|foguete|ракета|cohete",
  "🎈|balloon|palloncino|balão|кулька|globo",
  "🥁|drum|tamburo|tambor|барабан|tambor",
  "🎻|violin|violino|violino|скрипка|violín",
  "🔔|bell|campana|sino|дзвін|campana",
  "🎲|dice|dado|dado de jogo|кубик|dado de juego",
  "🧩|puzzle piece|tessera di puzzle|peça de quebra-cabeça|пазл|pieza de puzle",
  "⚽|football|calcio|bola de futebol|м’яч|pelota",
  "👑|crown|corona reale|coroa real|корона|corona",
  "💍|ring|anello|anel|каблучка|anillo",
  "🧦|socks|calzini|meias|шкарпетки|calcetines",
  "👕|shirt|maglietta|camiseta|футболка|camiseta",
  "🎒|backpack|zaino|mochila|рюкзак|mochila",
  "🌂|umbrella|ombrello|guarda-chuva|парасолька|paraguas",
  "🔑|key|chiave|chave|ключ|llave",
  "🔨|hammer|martello|martelo|молоток|martillo",
  "🧲|magnet|calamita|ímã|магніт|imán",
  "🔭|telescope|telescopio|telescópio|телескоп|telescopio",
  "💡|light bulb|lampadina|lâmpada|лампочка|bombilla",
  "🎁|gift|regalo|presente|подарунок|regalo",
  "⏰|alarm clock|sveglia|despertador|будильник|despertador",
  "📚|books|libri|livros|книжки|libros",
];

export interface NamedEmoji {
  readonly emoji: string;
  readonly name: string;
}

/** What the index of a code means to a person. */
export function emojiOf(index: number, locale: Locale): NamedEmoji {
  const [emoji = "", ...names] = EMOJI[index]?.split("|") ?? [];
  return { emoji, name: names[LANGUAGES.indexOf(locale)] ?? "" };
}
