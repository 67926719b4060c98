use std::io::Write as _;

use super::*;

struct Bed {
    folder: tempfile::TempDir,
}

impl Bed {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.throughline"), b"bytes").unwrap();
        Self { folder }
    }

    fn book(&self) -> PathBuf {
        self.folder.path().join("a.throughline")
    }

    fn lock(&self) -> PathBuf {
        self.folder.path().join(".a.throughline.lock")
    }

    fn take(&self, hand: Hand) -> Result<Claim, StoreError> {
        let claimant = Claimant {
            hand,
            name: "Ann".into(),
            at: "2026-11-25T09:12:00Z".parse().unwrap(),
        };
        Claim::take(&self.book(), &claimant)
    }

    /// Another process with the workbook open: its own handle of the file, locked.
    fn other(&self, hand: Hand) -> File {
        let file = File::create(self.lock()).unwrap();
        match hand {
            Hand::Window => file.lock().unwrap(),
            Hand::Command => file.lock_shared().unwrap(),
        }
        let note = r#"{"hand":"window","name":"Bo","machine":"desk-7","since":"2026-11-25T08:00:00.000Z"}"#;
        (&file).write_all(note.as_bytes()).unwrap();
        file
    }

    fn names(&self) -> usize {
        std::fs::read_dir(self.folder.path()).unwrap().count()
    }
}

#[test]
fn a_claim_leaves_a_note_while_it_lasts_and_nothing_after_it() {
    let bed = Bed::new();
    let one = bed.take(Hand::Window).unwrap();
    let two = bed.take(Hand::Window).unwrap();
    let note = note_in(&bed.lock()).unwrap();
    assert_eq!((note.hand, note.name.as_str()), (Hand::Window, "Ann"));
    assert_eq!(note.since, "2026-11-25T09:12:00.000Z");
    drop(one);
    assert!(File::open(bed.lock()).unwrap().try_lock_shared().is_err());
    drop(two);
    assert_eq!(bed.names(), 1, "the workbook alone");
}

#[test]
fn a_window_keeps_windows_and_commands_out_and_says_who_it_is() {
    let bed = Bed::new();
    let other = bed.other(Hand::Window);
    for hand in [Hand::Window, Hand::Command] {
        let StoreError::Held { holder, .. } = bed.take(hand).unwrap_err() else {
            panic!("it is held");
        };
        assert_eq!(
            (holder.name.as_str(), holder.machine.as_str()),
            ("Bo", "desk-7")
        );
    }
    assert_eq!(holder(&bed.book()).unwrap().name, "Bo");
    drop(other);
    assert_eq!(holder(&bed.book()), None, "its note alone holds nothing");
    assert!(bed.take(Hand::Window).is_ok());
}

#[test]
fn commands_share_and_a_window_waits_for_one_that_ends() {
    let bed = Bed::new();
    let other = bed.other(Hand::Command);
    drop(bed.take(Hand::Command).unwrap());
    assert!(bed.lock().exists(), "the other one still holds it");
    assert_eq!(holder(&bed.book()), None, "no window does");
    let ends = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(200));
        drop(other);
    });
    let window = bed.take(Hand::Window);
    ends.join().unwrap();
    assert!(window.is_ok(), "{window:?}");
}

#[test]
fn a_window_is_told_of_a_command_that_does_not_end() {
    let bed = Bed::new();
    let _other = bed.other(Hand::Command);
    let StoreError::Held { holder, .. } = bed.take(Hand::Window).unwrap_err() else {
        panic!("it is held");
    };
    assert_eq!(holder.hand, Hand::Command);
}

#[test]
fn the_note_of_another_computer_without_its_lock_is_said_and_keeps_nobody_out() {
    let bed = Bed::new();
    drop(bed.other(Hand::Window));
    let claim = bed.take(Hand::Window).unwrap();
    let elsewhere = claim.elsewhere().unwrap();
    assert_eq!(elsewhere.machine, "desk-7");
}

#[test]
fn what_is_no_note_is_written_over() {
    let bed = Bed::new();
    std::fs::write(bed.lock(), vec![b'x'; 100_000]).unwrap();
    let claim = bed.take(Hand::Window).unwrap();
    assert_eq!(claim.elsewhere(), None);
    assert_eq!(note_in(&bed.lock()).unwrap().name, "Ann");
}

#[cfg(unix)]
#[test]
fn a_link_under_the_locks_name_is_left_alone() {
    let bed = Bed::new();
    let precious = bed.folder.path().join("precious");
    std::fs::write(&precious, b"precious").unwrap();
    std::os::unix::fs::symlink(&precious, bed.lock()).unwrap();
    drop(bed.take(Hand::Window).unwrap());
    assert_eq!(std::fs::read(&precious).unwrap(), b"precious");
    assert!(bed.lock().is_symlink());
}

#[test]
fn what_is_no_file_is_not_claimed() {
    let folder = tempfile::tempdir().unwrap();
    let claimant = Claimant {
        hand: Hand::Window,
        name: String::new(),
        at: Timestamp::UNIX_EPOCH,
    };
    for none in [folder.path().to_owned(), folder.path().join("gone")] {
        assert!(Claim::take(&none, &claimant).is_ok());
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
