export interface ServerSentEvent {
  /** The last id that the stream gave, this event's own or an earlier one's. */
  readonly id: string | null;
  readonly type: string;
  readonly data: string;
}

/**
 * Takes a text/event-stream in pieces, however they are cut, and tells its events. Everything that
 * comes, comments too, is a sign of life.
 */
export function eventReader(tell: (event: ServerSentEvent) => void): (piece: string) => void {
  let rest = "";
  let id: string | null = null;
  let type = "";
  let data: string[] = [];

  const line = (text: string): void => {
    if (text === "") {
      if (data.length > 0) {
        tell({ id, type: type || "message", data: data.join("\n") });
      }
      type = "";
      data = [];
      return;
    }
    const colon = text.indexOf(":");
    if (colon === 0) {
      return;
    }
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? "" : text.slice(colon + 1).replace(/^ /, "");
    if (field === "id") {
      id = value;
    } else if (field === "event") {
      type = value;
    } else if (field === "data") {
      data.push(value);
    }
  };

  return (piece) => {
    rest += piece;
    // A CR at the very end may be half of a CRLF: it waits for what follows.
    const parts = rest.split(/\r\n|\n|\r(?!$)/);
    rest = parts.pop() ?? "";
    parts.forEach(line);
  };
}
