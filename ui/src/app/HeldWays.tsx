/** The ways on from a workbook that somebody else has open: to read it, or to try once more. */
import { useWrite, writes } from "../api/queries";
import { dismiss } from "../api/troubles";
import { Button } from "../components/Button";
import type { HostError } from "../host/host";
import { t } from "../words/holding";
import { forget } from "./route";

export function HeldWays({ error }: { error: HostError }) {
  const opening = useWrite(writes.openAsked);
  if (error.code !== "held") return null;
  const open = (readOnly: boolean) => {
    opening.ask(readOnly).then(
      () => {
        dismiss();
        forget();
      },
      () => {},
    );
  };
  return (
    <>
      <Button isDisabled={opening.busy} onPress={() => open(true)}>
        {t("openToRead")}
      </Button>
      <Button isDisabled={opening.busy} onPress={() => open(false)}>
        {t("again")}
      </Button>
    </>
  );
}
