//! Where a workbook lies: in a folder that some program copies to other computers, or on another
//! computer's disk. Both can bring two people to change it side by side, so a person is told once.
//!
//! Told by the names that such programs give their folders and by the kind of the file system; no
//! network is asked.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// What is special about the place of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Surroundings {
    /// A program copies the folder to other computers.
    Synced {
        /// The program's name.
        by: String,
    },
    /// The disk is another computer's.
    Network,
}

/// How synchronised folders are called, in small letters, and by whom. A name ends at a space, a
/// dash or a dot, as in "OneDrive - Contoso" and "Dropbox (Team)".
const SYNCED: &[(&str, &str)] = &[
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("icloud drive", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("com~apple~clouddocs", "iCloud Drive"),
    ("mobile documents", "iCloud Drive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("pcloud drive", "pCloud"),
    ("pclouddrive", "pCloud"),
    ("box sync", "Box"),
    ("syncthing", "Syncthing"),
    ("seafile", "Seafile"),
    ("megasync", "MEGA"),
];

/// Files by which such a folder is known whatever its name.
const MARKS: &[(&str, &str)] = &[
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".owncloudsync.log", "ownCloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".849c9593-d756-4e56-8d6e-42412f2a707b", "OneDrive"),
];

/// File systems that are another computer's.
const REMOTE: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afpfs",
    "webdav",
    "davfs",
    "fuse.davfs2",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
    "ceph",
    "fuse.glusterfs",
];

/// What is special about where `path` lies; nothing when it is an ordinary folder of this computer.
pub fn surroundings(path: &Path) -> Option<Surroundings> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if let Some(by) = synced_by(&path) {
        return Some(Surroundings::Synced { by: by.to_owned() });
    }
    is_remote(&path).then_some(Surroundings::Network)
}

fn synced_by(path: &Path) -> Option<&'static str> {
    let folders = || path.ancestors().skip(1);
    let by_name = folders()
        .filter_map(Path::file_name)
        .find_map(|name| named(&name.to_string_lossy().to_lowercase()));
    by_name.or_else(|| {
        folders().find_map(|folder| {
            let marked = |(mark, _): &&(&str, &str)| folder.join(mark).exists();
            MARKS.iter().find(marked).map(|(_, by)| *by)
        })
    })
}

fn named(folder: &str) -> Option<&'static str> {
    let is = |name: &str| {
        folder.strip_prefix(name).is_some_and(|rest| {
            rest.chars()
                .next()
                .is_none_or(|next| !next.is_alphanumeric())
        })
    };
    SYNCED.iter().find(|(name, _)| is(name)).map(|(_, by)| *by)
}

fn is_remote(path: &Path) -> bool {
    if cfg!(windows) {
        // `\\server\share` and its long spelling.
        let text = path.to_string_lossy();
        return match text.strip_prefix(r"\\?\") {
            Some(long) => long.starts_with(r"UNC\"),
            None => text.starts_with(r"\\"),
        };
    }
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    kind_of(path, &mounts).is_some_and(|kind| REMOTE.contains(&kind))
}

/// The kind of the file system that a path is on, by Linux's list of mounts: the fifth field of a
/// line is the folder, the one after " - " the kind (proc(5)).
fn kind_of<'a>(path: &Path, mounts: &'a str) -> Option<&'a str> {
    mounts
        .lines()
        .filter_map(|line| {
            let (before, after) = line.split_once(" - ")?;
            let folder = unescaped(before.split(' ').nth(4)?);
            let kind = after.split(' ').next()?;
            path.starts_with(&folder)
                .then(|| (folder.components().count(), kind))
        })
        // The innermost mount; of two on one folder the later one is on top.
        .max_by_key(|(depth, _)| *depth)
        .map(|(_, kind)| kind)
}

/// A folder's name as the list of mounts spells it: blanks as `\040`.
fn unescaped(text: &str) -> PathBuf {
    let text = text.replace("\\040", " ").replace("\\011", "\t");
    PathBuf::from(text.replace("\\134", "\\"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn synchronised_folders_are_known_by_their_names() {
        for (folder, by) in [
            ("/home/ann/Dropbox/work", Some("Dropbox")),
            ("/home/ann/Dropbox (Team)/work", Some("Dropbox")),
            ("/Users/ann/OneDrive - Contoso", Some("OneDrive")),
            (
                "/Users/ann/Library/Mobile Documents/com~apple~CloudDocs",
                Some("iCloud Drive"),
            ),
            (
                "/Users/ann/Library/CloudStorage/GoogleDrive-ann@x.org/My Drive",
                Some("Google Drive"),
            ),
            ("/home/ann/nextcloud", Some("Nextcloud")),
            ("/home/ann/dropboxes", None),
            ("/home/ann/Documents", None),
        ] {
            assert_eq!(
                synced_by(&Path::new(folder).join("a.throughline")),
                by,
                "{folder}"
            );
        }
    }

    #[test]
    fn a_workbook_called_after_such_a_program_is_not_in_its_folder() {
        assert_eq!(synced_by(Path::new("/home/ann/dropbox.throughline")), None);
    }

    #[test]
    fn synchronised_folders_are_known_by_what_is_in_them() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("plans/2026");
        std::fs::create_dir_all(&inside).unwrap();
        let book = inside.join("a.throughline");
        std::fs::write(&book, b"").unwrap();
        assert_eq!(surroundings(&book), None);
        std::fs::create_dir(folder.path().join(".stfolder")).unwrap();
        let by = "Syncthing".to_owned();
        assert_eq!(surroundings(&book), Some(Surroundings::Synced { by }));
    }

    #[test]
    fn another_computers_disk_is_known_by_its_file_system() {
        let mounts = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
31 22 0:44 / /mnt/team\\040share rw,relatime shared:9 - cifs //server/share rw
32 31 0:45 / /mnt/team\\040share/local rw - tmpfs tmpfs rw
33 22 0:46 / /mnt/home rw,relatime - nfs4 server:/home rw";
        let kind = |path: &str| kind_of(Path::new(path), mounts);
        assert_eq!(kind("/mnt/team share/a.throughline"), Some("cifs"));
        assert_eq!(kind("/mnt/team share/local/a.throughline"), Some("tmpfs"));
        assert_eq!(kind("/mnt/teamwork/a.throughline"), Some("ext4"));
        assert_eq!(kind("/mnt/home/a.throughline"), Some("nfs4"));
        assert_eq!(kind_of(Path::new("/a"), "garbage\n - x"), None);
    }
}
