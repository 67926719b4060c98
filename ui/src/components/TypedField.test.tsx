import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import { DateField, NumberField } from "./TypedField";

function write(text: string) {
  const field = screen.getByRole<HTMLTextAreaElement>("textbox");
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
  return field;
}

test("a date is saved as ISO however it was written", () => {
  const onSave = vi.fn<(iso: string) => void>();
  render(<DateField label="As of" question="When?" value="" onSave={onSave} />);
  write("1 Nov 2026");
  expect(onSave).toHaveBeenCalledExactlyOnceWith("2026-11-01");
});

test("what is no date is not saved, stays in the field and says so", () => {
  const onSave = vi.fn<(iso: string) => void>();
  render(<DateField label="As of" question="When?" value="" onSave={onSave} />);
  const field = write("autumn");
  expect(onSave).not.toHaveBeenCalled();
  expect(field.value).toBe("autumn");
  expect(screen.getByRole("status").textContent).toContain("2026-11-01");
});

test("an emptied number is saved as none, and one out of range is not saved", () => {
  const onSave = vi.fn<(value: number | null) => void>();
  render(
    <NumberField label="n" question="?" value={5} least={0} most={100} onSave={onSave} />,
  );
  write("120");
  expect(onSave).not.toHaveBeenCalled();
  write("");
  expect(onSave).toHaveBeenCalledExactlyOnceWith(null);
});
