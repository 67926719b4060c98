/**
 * The shapes that cross between the window and its host. Nothing else in the UI declares
 * such a shape; `host/tauri.ts` does not compile unless the generated bindings fit these.
 */
export type * from "./around";
export type * from "./book";
export type * from "./brief";
export type * from "./chain";
export type * from "./error";
export type * from "./finding";
export type * from "./health";
export type * from "./history";
export type * from "./link";
export type * from "./positioning";
export type * from "./results";
export type * from "./rule";
export type * from "./search";
export type * from "./start";
export type * from "./table";
export type * from "./value";
export type * from "./vocabulary";
