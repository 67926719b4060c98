/** Every command that has a key, under its menu: what "?" shows. */
import { Keyboard } from "lucide-react";
import { useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

import { Button } from "../components/Button";
import { cx } from "../components/classes";
import floating from "../components/floating.module.css";
import { menus, t } from "../words/keys";
import { keysOf, menuNames, readable, useAllCommands, useCommands } from "./keys";
import { inMenu } from "./menus";
import styles from "./Palette.module.css";

export function KeyList() {
  const [open, setOpen] = useState(false);
  useCommands([
    {
      id: "keys",
      name: t("keys"),
      also: t("keysAlso"),
      keys: ["?", "F1"],
      icon: Keyboard,
      menu: { in: "help", group: 1 },
      run: () => setOpen(true),
    },
  ]);
  return (
    <ModalOverlay isOpen={open} onOpenChange={setOpen} isDismissable className={floating.veil ?? ""}>
      <Modal>
        <Dialog className={cx(floating.dialog, styles.keys)}>
          <Heading slot="title">{t("keys")}</Heading>
          <Groups />
          <div className={styles.end}>
            <Button autoFocus onPress={() => setOpen(false)}>
              {t("close")}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Groups() {
  const commands = useAllCommands();
  return (
    <div className={styles.groups}>
      {menuNames.map((name) => {
        const shown = inMenu(commands, name).filter((it) => keysOf(it).length > 0);
        if (shown.length === 0) return null;
        return (
          <section key={name} aria-label={menus[name]} className={styles.group}>
            <h3>{menus[name]}</h3>
            <dl>
              {shown.map((command) => (
                <div key={command.id}>
                  <dt>{command.name}</dt>
                  <dd>
                    {keysOf(command).map((keys) => (
                      <kbd key={keys}>{readable(keys)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}
