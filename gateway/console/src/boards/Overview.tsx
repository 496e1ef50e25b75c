import { ArrivalsPanel } from "./ArrivalsPanel";
import { BusesPanel } from "./BusesPanel";
import { MealsPanel } from "./MealsPanel";
import { OpenPanel } from "./OpenPanel";
import { RoomsPanel } from "./RoomsPanel";

/** The whole conference at one glance. */
export function Overview({ conference }: { readonly conference: string }) {
  return (
    <div className="overview-board">
      <div className="overview-column">
        <ArrivalsPanel conference={conference} />
        <RoomsPanel conference={conference} />
        <MealsPanel conference={conference} />
      </div>
      <div className="overview-column">
        <OpenPanel conference={conference} />
        <BusesPanel conference={conference} />
      </div>
    </div>
  );
}
