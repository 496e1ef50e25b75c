import { usePlace } from "../desk/usePlace";
import { RippleView } from "../ripple/RippleView";
import { CaseView } from "../telling/CaseView";

interface Props {
  readonly conference: string;
  readonly change: string;
}

/** A change that somebody made, over whatever was open; putting it away shows that again. */
export default function ChangePanel({ conference, change }: Props) {
  const [place, go] = usePlace();
  const ripple = (
    <RippleView
      conference={conference}
      change={change}
      close={() => go({ ...place, change: null })}
    />
  );
  const who = <CaseView conference={conference} change={change} />;
  // The duty room asks who does not know yet; a desk asks what its change did.
  return place.section === "duty" ? (
    <>
      {who}
      {ripple}
    </>
  ) : (
    <>
      {ripple}
      {who}
    </>
  );
}
