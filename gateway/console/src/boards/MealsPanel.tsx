import { Segmented } from "antd";
import { useMemo, useState } from "react";
import { hashOf, NOWHERE } from "../desk/place";
import { Countdown } from "../duty/Countdown";
import { useConferenceClock, usePhase } from "../duty/clock";
import { localMillis } from "../duty/urgency";
import { useNow } from "../duty/useNow";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { manifestName } from "../manifests/naming";
import { useCatalogue } from "../manifests/useCatalogue";
import { daysOf, servings } from "./meals";
import { dayToShow } from "./moments";
import { Panel } from "./Panel";
import { useMealCounts, usePlannedMeals } from "./useBoards";

interface Props {
  readonly conference: string;
}

/** How many eat what, meal by meal, and until when a kitchen takes other numbers. */
export function MealsPanel({ conference }: Props) {
  const words = useWords();
  const { t, word, language } = words;
  const meals = usePlannedMeals(conference);
  const counts = useMealCounts(conference);
  const known = useCatalogue(conference);
  const reading = useConferenceClock(conference);
  const now = useNow(reading);
  const today = usePhase(conference).data?.localTime.slice(0, 10) ?? "";
  const [chosen, choose] = useState<string | null>(null);
  const all = useMemo(
    () => servings(meals.data ?? [], counts.data ?? []),
    [meals.data, counts.data],
  );
  const days = daysOf(all);
  const day = chosen !== null && days.includes(chosen) ? chosen : dayToShow(days, today);
  const shown = all.filter((s) => s.meal.starts.slice(0, 10) === day);
  const most = Math.max(1, ...shown.map((s) => s.total));
  return (
    <Panel
      title={t("meals.title")}
      name="meals"
      asked={[meals, counts]}
      tools={
        days.length > 1 && (
          <Segmented<string>
            aria-label={t("meals.day")}
            size="small"
            value={day ?? ""}
            onChange={choose}
            options={days.map((d) => ({ value: d, label: localMoment(d, language) }))}
          />
        )
      }
    >
      {days.length === 0 && <p className="muted">{t("meals.none")}</p>}
      <ul className="meals">
        {shown.map(({ meal, total, diets }) => (
          <li key={meal.code} data-meal={meal.code}>
            <a
              className="meal-name"
              href={hashOf({
                ...NOWHERE,
                conference,
                section: "manifests",
                open: `meal:${meal.code}`,
              })}
            >
              {meal.starts.slice(11, 16)}{" "}
              {manifestName(`meal:${meal.code}`, known, words).title.replace(
                `${localMoment(meal.starts.slice(0, 10), language)} `,
                "",
              )}
            </a>
            <span className="meal-cutoff">
              {now !== null && localMillis(meal.cutoff) < now ? (
                <span className="muted">
                  {t("meals.closed", { time: localMoment(meal.cutoff, language) })}
                </span>
              ) : (
                <>
                  {t("meals.cutoff")} <Countdown due={meal.cutoff} reading={reading} />
                </>
              )}
            </span>
            <span className="meal-bar" aria-hidden="true">
              {diets.map(([diet, people]) => (
                <span key={diet} data-diet={diet} style={{ width: `${(people / most) * 100}%` }} />
              ))}
            </span>
            <span className="meal-counts">
              <strong>{t("meals.people", { count: total })}</strong>
              {diets.map(([diet, people]) => (
                <span key={diet} className="meal-diet" data-diet={diet}>
                  {word("diet", diet)} {people}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
