/** What a roll-call code says: whom the card is of. It opens nothing, and names nobody to others. */
const OF_A_PERSON = /^huiwu:person:([\w-]{1,80})$/;

export const rollCodeOf = (person: string) => `huiwu:person:${person}`;

/** Whose card it is; null for any other code, a badge's secret link among them. */
export const personOf = (code: string): string | null => OF_A_PERSON.exec(code)?.[1] ?? null;
