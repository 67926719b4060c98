/** Keeps a fault in one place from taking the window with it. */
import { Component, type ReactNode } from "react";

import { Button } from "../components/Button";
import { Wrong } from "../components/Blocks";
import { HostError } from "../host/host";
import { t } from "../words/app";

interface Props {
  children: ReactNode;
}

export class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div style={{ padding: "var(--s5) var(--pad)" }}>
        <Wrong
          error={new HostError("unexpected", t("crashTitle"), t("crashAdvice"))}
          action={<Button harmless onPress={() => this.setState({ failed: false })}>{t("again")}</Button>}
        />
      </div>
    );
  }
}
