/** Role and standing, which are not changed without saying why; kinds, and when to look again. */
import { Ellipsis } from "lucide-react";
import { useState } from "react";

import { useEdit, useSegmentEdit } from "../../api/edit";
import { useWrite, writes } from "../../api/queries";
import type { Book, Role, Segment, Standing } from "../../api/types";
import type { InView } from "../../app/places";
import { IconButton } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Tag } from "../../components/Marks";
import { Menu } from "../../components/Menu";
import { Select } from "../../components/Select";
import { DateField } from "../../components/TypedField";
import { date } from "../../words/figures";
import { t } from "../../words/segment";
import { entries, roles, segmentKinds, standings } from "../../words/vocabulary";
import styles from "./Segment.module.css";

export function HeadBeside({ book, segment }: { book: Book; segment: InView }) {
  const { record } = segment;
  const edit = useSegmentEdit(record.id);
  const [promoting, setPromoting] = useState(false);
  const [testing, setTesting] = useState<Standing | null>(null);
  const primary = book.chain.segments.find((it) => it.role === "primary" && it.id !== record.id);
  const changeRole = (role: Role) => {
    if (role === "primary" && primary !== undefined) setPromoting(true);
    else edit({ role });
  };
  const changeStanding = (standing: Standing) => {
    if (standing === "validated" || standing === "invalidated") setTesting(standing);
    else edit({ standing });
  };

  return (
    <div className={styles.beside}>
      <span data-record={record.id} data-field="role">
        <Select
          label={t("role")}
          options={entries(roles)}
          value={record.role}
          onChange={changeRole}
        />
      </span>
      <Select
        label={t("standing")}
        options={entries(standings)}
        value={record.standing}
        onChange={changeStanding}
      />
      <span className={styles.kinds}>
        {record.kinds.map((kind) => (
          <Tag key={kind}>{segmentKinds[kind]}</Tag>
        ))}
      </span>
      <span className="sub">{segment.view.report_filter ? t("reportFilter") : tested(record)}</span>
      {promoting && primary !== undefined ? (
        <Promote record={record} primary={primary} onClose={() => setPromoting(false)} />
      ) : null}
      {testing === null ? null : (
        <Test record={record} standing={testing} onClose={() => setTesting(null)} />
      )}
    </div>
  );
}

function tested(record: Segment): string | null {
  if (record.tested.test === "" || record.standing === "hypothesis") return null;
  return t("tested", {
    standing: standings[record.standing],
    date: date(record.tested.on),
    test: record.tested.test,
  });
}

function Promote(props: { record: Segment; primary: Segment; onClose: () => void }) {
  const { record, primary, onClose } = props;
  const promoting = useWrite(writes.promote);
  const [reason, setReason] = useState("");
  return (
    <Dialog
      open
      title={t("promoteTitle", { name: record.name })}
      answer={t("promote")}
      left={reason.trim() === "" ? t("promoteLeft") : null}
      onClose={onClose}
      onAnswer={() => {
        promoting.run({ segment: record.id, reason: reason.trim() });
        onClose();
      }}
    >
      <p>{t("promoteWhy", { other: primary.name })}</p>
      <AskedText label={t("promoteReason")} value={reason} onChange={setReason} />
    </Dialog>
  );
}

function Test(props: { record: Segment; standing: Standing; onClose: () => void }) {
  const { record, standing, onClose } = props;
  const edit = useSegmentEdit(record.id);
  const [test, setTest] = useState(record.tested.test);
  const [on, setOn] = useState(record.tested.on);
  const left = test.trim() === "" ? t("testLeft") : on === "" ? t("testDateLeft") : null;
  return (
    <Dialog
      open
      title={t("testTitle", { standing: standings[standing].toLowerCase() })}
      answer={t("mark")}
      left={left}
      onClose={onClose}
      onAnswer={() => {
        edit({ standing, tested: { test: test.trim(), on } });
        onClose();
      }}
    >
      <p>{t("testWhy")}</p>
      <AskedText label={t("testQuestion")} value={test} onChange={setTest} />
      <DateField
        label={t("testOn")}
        showLabel
        question={t("testOnQuestion")}
        value={on}
        onSave={setOn}
      />
    </Dialog>
  );
}

/** Text asked for in a dialog: it is given with the answer, so it has a box and no saving. */
function AskedText(props: { label: string; value: string; onChange: (text: string) => void }) {
  return (
    <label className={styles.asked}>
      {props.label}
      <textarea
        rows={2}
        autoFocus
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}

export function HeadActions({ segment }: { segment: InView }) {
  const { record } = segment;
  const edit = useEdit();
  const editSegment = useSegmentEdit(record.id);
  return (
    <>
      <div className={styles.review}>
        <span className="sub">{t("reviewOn")}</span>
        <DateField
          label={t("reviewOn")}
          question={t("reviewQuestion")}
          value={record.review_on}
          onSave={(review_on) => editSegment({ review_on })}
        />
      </div>
      <Menu
        label={t("more")}
        entries={[
          {
            id: "remove",
            name: t("remove"),
            run: () => edit({ remove: [`segments/${record.id}`] }),
          },
        ]}
      >
        <IconButton name={t("more")} icon={<Ellipsis aria-hidden="true" />} />
      </Menu>
    </>
  );
}
