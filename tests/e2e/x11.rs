//! The little of the X11 protocol that a window manager needs to ask a window to close: the tests
//! run without one.

use std::io::{Read as _, Write as _};
use std::os::unix::net::UnixStream;

/// A connection to a display.
pub struct Display {
    server: UnixStream,
    root: u32,
}

/// Requests, by their numbers in the protocol.
const GET_WINDOW_ATTRIBUTES: u8 = 3;
const QUERY_TREE: u8 = 15;
const INTERN_ATOM: u8 = 16;
const GET_PROPERTY: u8 = 20;
const SEND_EVENT: u8 = 25;
const GET_INPUT_FOCUS: u8 = 43;

/// The event of one program to another.
const CLIENT_MESSAGE: u8 = 33;

/// What a reply begins with.
const REPLY: u8 = 1;

/// The map state of a window that is seen.
const VIEWABLE: u8 = 2;

impl Display {
    /// Connects to a display of this computer by its name, as `:99`.
    pub fn open(name: &str) -> Self {
        let number = name.trim_start_matches(':');
        let mut server = UnixStream::connect(format!("/tmp/.X11-unix/X{number}"))
            .expect("Xvfb listens on its socket");
        // Little-endian, version 11.0, no authorisation.
        let hello = [b'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        server.write_all(&hello).expect("Xvfb reads");
        let head = read(&mut server, 8);
        assert_eq!(head[0], 1, "Xvfb lets this program in");
        let rest = read(&mut server, usize::from(u16_at(&head, 6)) * 4);
        // The screens stand behind the vendor's name and the formats of pictures.
        let (vendor, formats) = (usize::from(u16_at(&rest, 16)), usize::from(rest[21]));
        let screen = 32 + vendor.next_multiple_of(4) + formats * 8;
        let root = u32_at(&rest, screen);
        Self { server, root }
    }

    /// Asks every window in view that can be asked to close, as the button in its frame does. Says
    /// how many there are.
    pub fn ask_to_close(&mut self) -> usize {
        let (protocols, delete) = (self.atom("WM_PROTOCOLS"), self.atom("WM_DELETE_WINDOW"));
        let mut asked = Vec::new();
        for window in self.children() {
            if self.is_viewable(window) && self.property(window, protocols).contains(&delete) {
                asked.push(window);
            }
        }
        for window in &asked {
            self.send(*window, protocols, delete);
        }
        // An answer says that the display has taken what came before.
        self.ask(GET_INPUT_FOCUS, 0, &[]);
        asked.len()
    }

    fn atom(&mut self, name: &str) -> u32 {
        let length = u16::try_from(name.len()).expect("a short name");
        let mut words = [&length.to_le_bytes()[..], &[0, 0], name.as_bytes()].concat();
        words.resize(words.len().next_multiple_of(4), 0);
        u32_at(&self.ask(INTERN_ATOM, 0, &words), 8)
    }

    /// The windows that stand on the root, lowest first.
    fn children(&mut self) -> Vec<u32> {
        let reply = self.ask(QUERY_TREE, 0, &self.root.to_le_bytes());
        let count = usize::from(u16_at(&reply, 16));
        (0..count).map(|at| u32_at(&reply, 32 + at * 4)).collect()
    }

    fn is_viewable(&mut self, window: u32) -> bool {
        let reply = self.ask(GET_WINDOW_ATTRIBUTES, 0, &window.to_le_bytes());
        reply.get(26) == Some(&VIEWABLE)
    }

    /// The numbers in a property of a window; none when it is not there.
    fn property(&mut self, window: u32, name: u32) -> Vec<u32> {
        let any_type = 0;
        let words: Vec<u8> = [window, name, any_type, 0, 64]
            .iter()
            .flat_map(|word: &u32| word.to_le_bytes())
            .collect();
        let reply = self.ask(GET_PROPERTY, 0, &words);
        let count = if reply.len() < 32 {
            0
        } else {
            u32_at(&reply, 16) as usize
        };
        (0..count).map(|at| u32_at(&reply, 32 + at * 4)).collect()
    }

    fn send(&mut self, window: u32, protocols: u32, what: u32) {
        let (no_mask, now) = (0_u32, 0_u32);
        let mut words = Vec::new();
        words.extend(window.to_le_bytes());
        words.extend(no_mask.to_le_bytes());
        // The event: 32-bit data, and a number that the display fills in.
        words.extend([CLIENT_MESSAGE, 32, 0, 0]);
        for word in [window, protocols, what, now, 0, 0, 0] {
            words.extend(word.to_le_bytes());
        }
        self.request(SEND_EVENT, 0, &words);
    }

    fn request(&mut self, number: u8, detail: u8, words: &[u8]) {
        let length = u16::try_from(1 + words.len() / 4).expect("a short request");
        let mut request = vec![number, detail];
        request.extend(length.to_le_bytes());
        request.extend(words);
        self.server.write_all(&request).expect("Xvfb reads");
    }

    /// The reply to a request; an error's 32 bytes for one that cannot be done, as when a window
    /// has just gone.
    fn ask(&mut self, number: u8, detail: u8, words: &[u8]) -> Vec<u8> {
        self.request(number, detail, words);
        loop {
            let mut answer = read(&mut self.server, 32);
            match answer[0] {
                REPLY => {
                    let more = u32_at(&answer, 4) as usize * 4;
                    answer.extend(read(&mut self.server, more));
                    return answer;
                }
                // An error.
                0 => return vec![0; 26],
                // An event that nobody asked for.
                _ => {}
            }
        }
    }
}

fn read(from: &mut UnixStream, length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes).expect("Xvfb answers");
    bytes
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}
