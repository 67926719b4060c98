//! The workbook file from outside: what it keeps, takes back, refuses and survives.

mod backups;
mod bed;
mod damage;
mod datasets;
mod editing;
mod history;
mod opening;
mod tape;
