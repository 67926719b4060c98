import { phrases } from "./catalogue";

export const t = phrases("doorway", {
  title: "A doorway, a room and a sign",
  lead: "Three things are easily taken for one another. A picture keeps them apart.",
  segment: "The doorway is the segment.",
  segmentWhy:
    "It says who comes through. People who decide alike use the same door; a door for everyone is a hole in the wall.",
  value: "The room is the value.",
  valueWhy:
    "It is what they find inside: the job that gets done, the pain that ends, the payoff they can count. Furniture is not yet a room: a feature stands behind a payoff.",
  positioning: "The sign is the positioning.",
  positioningWhy:
    "It says why this door and not the one across the street. A sign that promises another room fills the hall with people who leave again.",
  order: "Build the room for someone, choose the doorway, write the sign last, and count who stays.",
  picture:
    "A doorway with a sign above it: behind it a room, in front of it people, one of whom walks in.",
  line: "The line in the window follows that order: decision, segment, value, positioning, journey, results.",
  toPath: "Walk the six steps",
  close: "Close",
});
