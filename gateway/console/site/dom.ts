type Child = Node | string | null | undefined | false;
type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

/** An element; what is said of people only ever becomes text. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (typeof value === "function") {
      made.addEventListener(name, value);
    } else if (value === true) {
      made.setAttribute(name, "");
    } else if (typeof value === "string") {
      made.setAttribute(name, value);
    }
  }
  append(made, children);
  return made;
}

function append(to: Node, children: readonly (Child | readonly Child[])[]): void {
  for (const child of children) {
    if (Array.isArray(child)) {
      append(to, child as readonly Child[]);
    } else if (child) {
      to.appendChild(typeof child === "string" ? document.createTextNode(child) : (child as Node));
    }
  }
}

export function show(place: Element, ...children: readonly (Child | readonly Child[])[]): void {
  while (place.firstChild) {
    place.removeChild(place.firstChild);
  }
  append(place, children);
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`no element ${id}`);
  }
  return found;
}

export const button = (
  label: string,
  kind: string,
  press: () => void,
  more: Attributes = {},
): HTMLButtonElement =>
  el("button", { type: "button", class: `button ${kind}`, click: press, ...more }, label);
