/**
 * Modules that more than one part of the pages needs: the call, what is loaded for a seat, `/check`.
 * The bundler makes one file for each combination of parts that share something, and each file is one
 * request more. A part that imports this one shares all of it with the others: that is one file.
 */
import "@preact/signals";
import "preact/hooks";
import "../call/connection/channel.ts";
import "../call/connection/lanes.ts";
import "../locales/format.ts";
import "../signaling/room_name.ts";
import "./Icon.tsx";
import "./Logo.tsx";
import "./preferences.ts";
import "./recent_rooms.ts";
import "./room_path.ts";
import "./socket_url.ts";
import "./text.ts";
import "./use_copy.ts";
import "./use_stream.ts";
