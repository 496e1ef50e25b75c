import { useWords } from "../i18n/I18n";
import type { Words } from "../i18n/messages";
import { type Finding, HOUR } from "./arrivals";
import { dayAndHour, hourOf } from "./moments";

const FEW = 6;

const said = (finding: Finding, { t, word, language }: Words): string => {
  const place = word("place", finding.place);
  if (finding.kind === "over") {
    const { from, to, trip, people, seats, over } = finding.window;
    return t("arrivals.over", {
      place,
      from: dayAndHour(from, language),
      to: hourOf(to),
      trip,
      people,
      seats,
      over,
    });
  }
  const { at, unfetched } = finding.hour;
  return t("arrivals.unfetchedAt", {
    place,
    from: dayAndHour(at, language),
    to: hourOf(at + HOUR),
    count: unfetched,
  });
};

/** What the picture of arrivals shows to be wrong, in words. */
export function ArrivalFindings({ all }: { readonly all: readonly Finding[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <ul className="findings" aria-label={t("arrivals.findings")}>
      {all.length === 0 && <li data-kind="none">{t("arrivals.nothingWrong")}</li>}
      {all.slice(0, FEW).map((finding) => {
        const text = said(finding, words);
        return (
          <li key={text} data-kind={finding.kind}>
            {text}
          </li>
        );
      })}
      {all.length > FEW && (
        <li className="muted">{t("boards.more", { count: all.length - FEW })}</li>
      )}
    </ul>
  );
}
