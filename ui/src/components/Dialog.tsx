/**
 * A question that must be answered before going on. Only for such questions: text is written in
 * place, and what can be undone is not asked about.
 */
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";

import { t } from "../words/components";
import { Button } from "./Button";
import floating from "./floating.module.css";

export interface DialogProps {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The main answer. */
  answer: string;
  onAnswer: () => void;
  /** What is left before the main answer can be given; null when nothing is. */
  left?: string | null;
}

export function Dialog(props: DialogProps) {
  return (
    <ModalOverlay
      isOpen={props.open}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      isDismissable
      className={floating.veil ?? ""}
    >
      <Modal>
        <AriaDialog className={floating.dialog ?? ""}>
          <Heading slot="title">{props.title}</Heading>
          <div className={floating.dialogBody}>{props.children}</div>
          <div className={floating.acts}>
            {props.left ? <span className="sub">{props.left}</span> : null}
            <Button harmless onPress={props.onClose}>{t("cancel")}</Button>
            <Button look="main" isDisabled={Boolean(props.left)} onPress={props.onAnswer}>
              {props.answer}
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
