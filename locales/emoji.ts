/**
 * The 64 emoji of a verification code, with a word to read aloud in each language; their order is
 * part of the protocol between pages. Loaded when somebody compares codes.
 */
import type { Locale } from "./messages.ts";

const LANGUAGES: readonly Locale[] = ["en", "it", "pt", "uk", "es"];

/** Emoji, then its word by {@linkcode LANGUAGES}. */
const EMOJI: readonly string[] = [
  "🦉|owl|gufo|coruja|сова|búho",
  "🐝|bee|ape|abelha|бджола|abeja",
  "🐌|snail|lumaca|caracol|равлик|caracol",
  "🦀|crab|granchio|caranguejo|краб|cangrejo",
  "🐪|camel|cammello|camelo|верблюд|camello",
  "🐳|whale|balena|baleia|кит|ballena",
  "🐸|frog|rana|sapo|жаба|rana",
  "🦊|fox|volpe|raposa|лисиця|zorro",
  "🐘|elephant|elefante|elefante|слон|elefante",
  "🦆|duck|anatra|pato|качка|pato",
  "🐴|horse|cavallo|cavalo|кінь|caballo",
  "🐢|turtle|tartaruga|tartaruga|черепаха|tortuga",
  "🦋|butterfly|farfalla|borboleta|метелик|mariposa",
  "🐭|mouse|topo|rato|миша|ratón",
  "🐻|bear|orso|urso|ведмідь|oso",
  "🐓|rooster|gallo|galo|півень|gallo",
  "🌵|cactus|cactus|cacto|кактус|cactus",
  "🌻|sunflower|girasole|girassol|соняшник|girasol",
  "🌳|tree|albero|árvore|дерево|árbol",
  "🍄|mushroom|fungo|cogumelo|гриб|seta",
  "🍋|lemon|limone|limão|лимон|limón",
  "🍇|grapes|uva|uvas|виноград|uvas",
  "🍒|cherries|ciliegie|cerejas|вишні|cerezas",
  "🥕|carrot|carota|cenoura|морква|zanahoria",
  "🍞|bread|pane|pão|хліб|pan",
  "🧀|cheese|formaggio|queijo|сир|queso",
  "🥚|egg|uovo|ovo|яйце|huevo",
  "🍦|ice cream|gelato|sorvete|морозиво|helado",
  "🍕|pizza|pizza|pizza|піца|pizza",
  "🌙|moon|luna|lua|місяць|luna",
  "⭐|star|stella|estrela|зірка|estrella",
  "🌈|rainbow|arcobaleno|arco-íris|веселка|arcoíris",
  "⛄|snowman|pupazzo di neve|boneco de neve|сніговик|muñeco de nieve",
  "🌋|volcano|vulcano|vulcão|вулкан|volcán",
  "🏰|castle|castello|castelo|замок|castillo",
  "⛺|tent|tenda|barraca|намет|tienda de campaña",
  "🏠|house|casa|casa|будинок|casa",
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
  "🎲|die|dado|dado|кубик|dado",
  "🧩|puzzle piece|tessera di puzzle|peça de quebra-cabeça|пазл|pieza de puzle",
  "⚽|ball|pallone|bola|м’яч|balón",
  "👑|crown|corona|coroa|корона|corona",
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
