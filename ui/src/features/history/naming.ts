/** The record in an address that opens the history with a name asked for. */
export const NAMING = "name";
