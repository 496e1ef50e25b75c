import type { Key, Words } from "../i18n/messages";
import type { Field } from "./fields";
import type { Column, Kind } from "./kinds";

export const fieldName = (field: Field, t: Words["t"]): string =>
  t(`planfield.${field.label ?? field.name}` as Key);

export function columnName(kind: Kind, column: Column, t: Words["t"]): string {
  const field = column.derived ? undefined : kind.fields.find((f) => f.name === column.key);
  return field ? fieldName(field, t) : t(`planfield.${column.derived ?? column.key}` as Key);
}
