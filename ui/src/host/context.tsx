/** Gives every part of the window the host it was started with. */
import { createContext, use, type ReactNode } from "react";

import type { Host } from "./host";

const HostContext = createContext<Host | null>(null);

export function HostProvider(props: { host: Host; children: ReactNode }) {
  return <HostContext value={props.host}>{props.children}</HostContext>;
}

export function useHost(): Host {
  const host = use(HostContext);
  if (host === null) throw new Error("useHost needs a HostProvider above it");
  return host;
}
