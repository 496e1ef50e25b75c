import type { MealCount, PlannedMeal } from "../api/boards";

export const DIETS = ["normal", "halal", "vegetarian"] as const;

export interface Serving {
  readonly meal: PlannedMeal;
  readonly total: number;
  /** By diet: those that everybody knows first, in their order, then others; none with nobody. */
  readonly diets: readonly (readonly [string, number])[];
}

const place = (diet: string): number => {
  const at = (DIETS as readonly string[]).indexOf(diet);
  return at < 0 ? DIETS.length : at;
};

/** Meals with their numbers, by when they are served; the cancelled are left out. */
export function servings(
  meals: readonly PlannedMeal[],
  counts: readonly MealCount[],
): readonly Serving[] {
  const byMeal = new Map(counts.map((c) => [c.meal, c.diets]));
  return meals
    .filter((meal) => !meal.cancelled)
    .map((meal) => {
      const diets = Object.entries(byMeal.get(meal.code) ?? {}).sort(
        ([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1),
      );
      return { meal, diets, total: diets.reduce((sum, [, people]) => sum + people, 0) };
    })
    .sort(
      (a, b) =>
        a.meal.starts.localeCompare(b.meal.starts) || a.meal.code.localeCompare(b.meal.code),
    );
}

export const daysOf = (all: readonly Serving[]): string[] => [
  ...new Set(all.map((s) => s.meal.starts.slice(0, 10))),
];
