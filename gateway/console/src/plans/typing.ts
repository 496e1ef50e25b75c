const DAY = /^(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})$/;
const TIME = /^(\d{1,2})(?::?(\d{2}))$/;

const two = (n: number): string => String(n).padStart(2, "0");

function dayFrom(text: string, year: string): string | null {
  const [, y = year, month = "", day = ""] = DAY.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(y), Number(month) - 1, Number(day)));
  const same = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return month && same ? `${y}-${two(Number(month))}-${two(Number(day))}` : null;
}

function timeFrom(text: string): string | null {
  const [, hour = "", minute = ""] = TIME.exec(text) ?? [];
  return hour && Number(hour) < 24 && Number(minute) < 60 ? `${two(Number(hour))}:${minute}` : null;
}

/**
 * A moment as somebody types it: `17:30` stays on the day that it was, `6-9 1730` in its year, and
 * the whole of it as well.
 *
 * @param was the moment that stood there, local to the conference; from it comes what is left out
 * @returns the local moment by the minute, null when it is none
 */
export function momentFrom(typed: string, was: string): string | null {
  const said = typed.normalize("NFKC").trim().replace("T", " ").split(/\s+/);
  const [day, time] = said.length === 2 ? said : [undefined, said[0]];
  const on = day === undefined ? was.slice(0, 10) : dayFrom(day, was.slice(0, 4));
  const at = timeFrom(time ?? "");
  return said.length <= 2 && on && at ? `${on}T${at}` : null;
}

/** A day as somebody types it. */
export const dateFrom = (typed: string, was: string): string | null =>
  dayFrom(typed.normalize("NFKC").trim(), was.slice(0, 4));

/** How a moment stands in the field where it is typed. */
export const typedMoment = (moment: string): string => moment.replace("T", " ");

const MOST_ROOMS = 500;

/**
 * Room numbers as a hotel gives them: `801-810`, `801 803`, `A801-A804`, each separated as one likes.
 *
 * @returns null when a part cannot be read, or there are too many for one contract
 */
export function roomNumbers(typed: string): readonly string[] | null {
  const parts = typed
    .normalize("NFKC")
    .split(/[\s,;、]+/)
    .filter(Boolean);
  const found: string[] = [];
  for (const part of parts) {
    const [, front = "", first = "", again = "", last = ""] =
      /^([^\d-]*)(\d+)[-~]([^\d-]*)(\d+)$/.exec(part) ?? [];
    if (!last) {
      if (/[-~]/.test(part)) {
        return null;
      }
      found.push(part);
      continue;
    }
    const count = Number(last) - Number(first) + 1;
    if (count < 1 || count > MOST_ROOMS || (again && again !== front)) {
      return null;
    }
    for (let i = 0; i < count; i++) {
      found.push(front + String(Number(first) + i).padStart(first.length, "0"));
    }
  }
  const numbers = [...new Set(found)];
  return numbers.length > 0 && numbers.length <= MOST_ROOMS ? numbers : null;
}
