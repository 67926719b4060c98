/**
 * A workbook that may only be read: everything under the scope that could change it is off, unless
 * a part says that it is harmless, because it only looks or takes a copy away. What is built later
 * is off by itself.
 */
import { createContext, type ReactNode, use } from "react";
import { ButtonContext } from "react-aria-components";

const Context = createContext(false);

const OFF = { isDisabled: true } as const;
const ON = {} as const;

export function ReadOnlyScope({ on, children }: { on: boolean; children: ReactNode }) {
  return (
    <Context value={on}>
      <ButtonContext value={on ? OFF : ON}>{children}</ButtonContext>
    </Context>
  );
}

/** Whether the workbook may only be read here. */
export function useReadOnly(): boolean {
  return use(Context);
}

/** For parts that change nothing in the workbook. */
export interface Harmless {
  /** It changes nothing in the workbook, so it works where the workbook may only be read. */
  harmless?: boolean;
}
