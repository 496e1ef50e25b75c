import { Component, type ReactNode } from "react";
import { t } from "../words";

interface Props {
  readonly children: ReactNode;
}

/** A page that has broken says so and is opened again by a touch: what was noted is kept. */
export class Guard extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? (
      <div className="gate-page">
        <main>
          <p className="notice bad" role="alert">
            {t("trouble.unknown")}
          </p>
          <button type="button" className="wide main" onClick={() => location.reload()}>
            {t("trouble.reopen")}
          </button>
        </main>
      </div>
    ) : (
      this.props.children
    );
  }
}
