import { useWords } from "../i18n/I18n";
import type { Key } from "../i18n/messages";

/** What the fields of a person are called, and their values as people say them. */
export function useParticularWords() {
  const { t, word } = useWords();
  return {
    name: (field: string) => t(`person.${field}` as Key),
    say: (field: string, value: string) =>
      field === "rank"
        ? word("rank", value)
        : field === "gender"
          ? t(value === "F" ? "people.gender.F" : "people.gender.M")
          : value,
  };
}
