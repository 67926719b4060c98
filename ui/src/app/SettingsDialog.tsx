/** What a person chooses once and for all. Each choice holds at once; there is nothing to confirm. */
import { Settings as Cog } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

import { Wrong } from "../components/Blocks";
import { Button } from "../components/Button";
import { Field } from "../components/Field";
import floating from "../components/floating.module.css";
import { Segmented } from "../components/Segmented";
import { useCommands } from "../keys/keys";
import { motions, papers, t, themes } from "../words/settings";
import { useSettings } from "./settings";
import styles from "./SettingsDialog.module.css";

export function SettingsDialog() {
  const [open, setOpen] = useState(false);
  useCommands([
    {
      id: "settings",
      name: t("command"),
      also: t("also"),
      keys: "Mod+,",
      icon: Cog,
      menu: { in: "file", group: 8 },
      run: () => setOpen(true),
    },
  ]);
  return (
    <ModalOverlay isOpen={open} onOpenChange={setOpen} isDismissable className={floating.veil ?? ""}>
      <Modal>
        <Dialog className={floating.dialog ?? ""}>
          <Heading slot="title">{t("name")}</Heading>
          <Choices />
          <div className={floating.acts}>
            <Button onPress={() => setOpen(false)}>{t("close")}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Choices() {
  const { settings, usualAuthor, change, error } = useSettings();
  if (settings === null) return null;
  return (
    <>
      <dl className={styles.choices}>
        <Choice name={t("theme")}>
          <Segmented
            label={t("theme")}
            options={themes}
            value={settings.theme}
            onChange={(theme) => change({ theme })}
          />
        </Choice>
        <Choice name={t("motion")}>
          <Segmented
            label={t("motion")}
            options={motions}
            value={settings.motion}
            onChange={(motion) => change({ motion })}
          />
        </Choice>
        <Choice name={t("paper")}>
          <Segmented
            label={t("paper")}
            options={papers}
            value={settings.paper}
            onChange={(paper) => change({ paper })}
          />
        </Choice>
        <Choice name={t("author")} note={t("authorNote")}>
          <Field
            label={t("author")}
            question={usualAuthor || t("nobody")}
            value={settings.author}
            oneLine
            bar
            onSave={(author) => change({ author })}
          />
        </Choice>
      </dl>
      {error === null ? null : <Wrong error={error} />}
    </>
  );
}

function Choice(props: { name: string; note?: string; children: ReactNode }) {
  return (
    <div className={styles.choice}>
      <dt>{props.name}</dt>
      <dd>
        {props.children}
        {props.note === undefined ? null : <span className="sub">{props.note}</span>}
      </dd>
    </div>
  );
}
