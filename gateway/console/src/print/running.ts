/** What stands in the margins of every page of a paper. */
export interface Running {
  readonly topLeft: string;
  readonly topRight: string;
  readonly bottomLeft: string;
  /** Before the number of the page, between it and how many there are, and after. */
  readonly page: readonly [string, string, string];
}

/** As CSS writes a text: nothing in it ends the text. */
export const quoted = (text: string): string =>
  `"${text.replace(/["\\\n\r\f]/g, (c) => `\\${(c.codePointAt(0) ?? 0).toString(16)} `)}"`;

const BOX = "font: 9pt var(--paper-sans, sans-serif); color: #000;";

/** Margin boxes; a browser that has none prints its pages without them. */
export const pageRule = ({ topLeft, topRight, bottomLeft, page }: Running): string => `
@page {
  size: A4;
  margin: 18mm 14mm 16mm;
  @top-left { content: ${quoted(topLeft)}; ${BOX} }
  @top-right { content: ${quoted(topRight)}; ${BOX} font-weight: 700; }
  @bottom-left { content: ${quoted(bottomLeft)}; ${BOX} }
  @bottom-right {
    content: ${quoted(page[0])} counter(page) ${quoted(page[1])} counter(pages) ${quoted(page[2])};
    ${BOX}
  }
}`;
