import data from "./data.json";
import desk from "./desk.json";
import duty from "./duty.json";
import home from "./home.json";
import manifests from "./manifests.json";
import people from "./people.json";
import plans from "./plans.json";
import ripple from "./ripple.json";
import table from "./table.json";
import telling from "./telling.json";

/** One file a room of the console; no key in two of them (tested). */
export const rooms = { data, desk, people, ripple, manifests, duty, home, table, telling, plans };

export default {
  ...data,
  ...desk,
  ...people,
  ...ripple,
  ...manifests,
  ...duty,
  ...home,
  ...table,
  ...telling,
  ...plans,
};
