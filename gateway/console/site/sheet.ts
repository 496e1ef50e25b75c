import { manifestPath } from "./api.ts";
import { changeSections, detailsRow } from "./changes.ts";
import { button, el, show } from "./dom.ts";
import { glance } from "./glance.ts";
import { fieldName, fieldValue, groups, kindName, lineName, ofKind, titleOf } from "./lines.ts";
import { chip, standing } from "./standing.ts";
import { call, telephones } from "./telephones.ts";
import type { Buses, Counts, Mine, Sheet } from "./types.ts";
import { compare, language, moment, t, today, word } from "./words.ts";

const SEARCH_FROM = 8;

function head(sheet: Sheet): HTMLElement {
  const { entry } = sheet;
  const by =
    entry.acknowledged > 0 && entry.acknowledgedBy && entry.acknowledgedAt
      ? t("acknowledged.by", { name: entry.acknowledgedBy, at: moment(entry.acknowledgedAt) })
      : "";
  const last = by && entry.owed ? t("acknowledged.before", { n: entry.acknowledged, by }) : by;
  return el(
    "header",
    { class: "sheet-head" },
    el("p", { class: "kind" }, kindName(entry.kind)),
    el("h1", { tabindex: "-1", id: "sheet-title" }, titleOf(entry)),
    glance(sheet),
    el(
      "p",
      { class: "version" },
      el("strong", {}, t("version", { n: entry.version })),
      el("span", {}, t("came", { at: moment(entry.cutAt) })),
    ),
    el(
      "p",
      { class: "standing" },
      standing(entry).map(chip),
      " ",
      el("span", { class: "muted" }, last),
    ),
    entry.owed && entry.due ? el("p", { class: "due" }, t("due", { at: moment(entry.due) })) : null,
    entry.unfinished ? el("p", { class: "note" }, t("unfinished")) : null,
  );
}

function changes(sheet: Sheet): HTMLElement {
  const first = sheet.since === 0;
  const sections = first
    ? []
    : changeSections(sheet.entry.kind, sheet.changes, sheet.headerChanges, sheet.buses);
  const title = first ? t("changes.first") : t("changes.since", { n: sheet.since });
  return el(
    "section",
    { class: "card changes", "aria-labelledby": "changes-title" },
    el("h2", { id: "changes-title" }, title),
    first ? el("p", {}, t("changes.first.detail")) : null,
    sections.length > 0 || first ? sections : el("p", { class: "muted" }, t("changes.none")),
  );
}

function basics(sheet: Sheet): HTMLElement | null {
  // where the buses are counted one by one, their plates stand there
  const told = Object.keys(sheet.heads.buses).length > 0 ? ["plates"] : [];
  const fields = Object.keys(sheet.header).filter(
    (f) => sheet.header[f] !== "" && told.indexOf(f) < 0,
  );
  return fields.length === 0
    ? null
    : el(
        "dl",
        { class: "basics" },
        fields
          .sort()
          .map((f) =>
            el(
              "div",
              {},
              el("dt", {}, fieldName(f)),
              el("dd", {}, fieldValue(f, sheet.header[f] ?? "")),
            ),
          ),
      );
}

function counts(
  title: string,
  of: Counts,
  name: (key: string) => string,
  more: (key: string) => HTMLElement | null = () => null,
): HTMLElement | null {
  const keys = Object.keys(of);
  return keys.length === 0
    ? null
    : el(
        "div",
        { class: "counts" },
        el("h3", {}, title),
        el(
          "dl",
          {},
          keys
            .sort(compare)
            .map((key) =>
              el("div", {}, el("dt", {}, name(key), more(key)), el("dd", {}, String(of[key]))),
            ),
        ),
      );
}

function busName(bus: string, buses: Buses): string {
  if (bus === "") {
    return t("bus.unknown");
  }
  const known = buses[bus];
  const departs = known?.departs ? t("bus.departs", { at: moment(known.departs) }) : "";
  return [bus, known?.plate, departs].filter((x) => x).join(" · ");
}

function heads(sheet: Sheet): HTMLElement {
  const { entry, heads: h } = sheet;
  return el(
    "section",
    { class: "card heads", "aria-labelledby": "heads-title" },
    el("h2", { id: "heads-title" }, ofKind("heads", entry.kind)),
    el(
      "p",
      { class: "total" },
      el("strong", {}, String(h.total)),
      h.held > 0 ? el("span", {}, ` ${t("heads.held")} ${h.held}`) : null,
    ),
    basics(sheet),
    counts(
      t("heads.buses"),
      h.buses,
      (bus) => busName(bus, sheet.buses),
      (bus) => {
        const leader = sheet.buses[bus]?.leader;
        return leader ? call(leader) : null;
      },
    ),
    counts(t("heads.diets"), h.diets, (d) => word("diet", d)),
    counts(t("heads.ranks"), h.ranks, (r) => word("rank", r)),
  );
}

function list(sheet: Sheet): HTMLElement {
  const { entry } = sheet;
  const rows = el("div", { class: "rows", "aria-live": "polite" });
  const fill = (sought: string): void => {
    const found = groups(entry.kind, sheet.lines, sheet.buses, sought);
    show(
      rows,
      found.length === 0 ? el("p", { class: "muted" }, t("search.none")) : null,
      found.map((group) =>
        el(
          "section",
          { class: "group" },
          group.bus === null
            ? null
            : el(
                "h3",
                {},
                `${busName(group.bus, sheet.buses)} `,
                el("span", { class: "muted" }, t("people", { n: group.lines.length })),
              ),
          el(
            "ul",
            { class: "lines" },
            group.lines.map((line) =>
              el(
                "li",
                {},
                el("span", { class: "name" }, lineName(entry.kind, line)),
                detailsRow(line.fields, sheet.buses, group.bus === null ? [] : ["bus"]),
              ),
            ),
          ),
        ),
      ),
    );
  };
  const search =
    Object.keys(sheet.lines).length < SEARCH_FROM
      ? null
      : el("input", {
          type: "search",
          class: "search",
          autocomplete: "off",
          enterkeyhint: "search",
          placeholder: t("search"),
          "aria-label": t("search"),
          input: (e) => fill((e.target as HTMLInputElement).value),
        });
  fill("");
  // what is printed is the whole list, whatever is sought just then
  window.onbeforeprint = () => fill("");
  window.onafterprint = () => fill(search?.value ?? "");
  return el(
    "section",
    { class: "card list", "aria-labelledby": "list-title" },
    el("h2", { id: "list-title" }, ofKind("list", entry.kind)),
    search,
    rows,
  );
}

function paper(sheet: Sheet): HTMLElement {
  const path = `/site${manifestPath(sheet.entry.manifest)}/paper`;
  const file = (kind: string) => `${path}.${kind}?language=${language()}`;
  return el(
    "section",
    { class: "card paper", "aria-labelledby": "paper-title" },
    el("h2", { id: "paper-title" }, t("paper")),
    el(
      "p",
      { class: "buttons" },
      button(t("print"), "quiet", () => window.print()),
      el("a", { class: "button quiet", href: file("pdf"), download: true }, t("pdf")),
      el("a", { class: "button quiet", href: file("xlsx"), download: true }, t("xlsx")),
    ),
  );
}

/** One manifest: what changed first, then how many, then who. */
export function sheetView(sheet: Sheet, { conference, duty }: Mine): HTMLElement {
  return el(
    "article",
    { class: "sheet" },
    head(sheet),
    changes(sheet),
    heads(sheet),
    list(sheet),
    paper(sheet),
    telephones(duty ?? []),
    el(
      "p",
      { class: "printed", "aria-hidden": "true" },
      `${conference} · ${t("version", { n: sheet.entry.version })} · ${t("printed", { at: today() })}`,
    ),
  );
}
