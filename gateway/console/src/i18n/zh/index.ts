import boards from "./boards.json";
import data from "./data.json";
import desk from "./desk.json";
import duty from "./duty.json";
import home from "./home.json";
import imports from "./imports.json";
import keys from "./keys.json";
import manifests from "./manifests.json";
import notices from "./notices.json";
import paper from "./paper.json";
import people from "./people.json";
import plans from "./plans.json";
import ripple from "./ripple.json";
import table from "./table.json";
import telling from "./telling.json";

/** One file a room of the console; no key in two of them (tested). */
export const rooms = {
  boards,
  data,
  desk,
  duty,
  home,
  imports,
  keys,
  manifests,
  notices,
  paper,
  people,
  plans,
  ripple,
  table,
  telling,
};

export default {
  ...boards,
  ...data,
  ...desk,
  ...duty,
  ...home,
  ...imports,
  ...keys,
  ...manifests,
  ...notices,
  ...paper,
  ...people,
  ...plans,
  ...ripple,
  ...table,
  ...telling,
};
