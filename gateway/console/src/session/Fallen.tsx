import { Component, type ReactNode } from "react";
import { Failure } from "./Failure";

interface State {
  readonly fallen: boolean;
}

/** A fault of the page is said, not shown as an empty one. */
export class Fallen extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { fallen: false };

  static getDerivedStateFromError(): State {
    return { fallen: true };
  }

  override render(): ReactNode {
    return this.state.fallen ? <Failure note="app.fault" /> : this.props.children;
  }
}
