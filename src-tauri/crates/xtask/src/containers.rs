//! Several PNG pictures of one icon in one file, as Windows (ICO) and macOS (ICNS) want them.

/// One picture: its width and height in pixels, and its PNG bytes.
pub struct Picture {
    pub size: u16,
    pub png: Vec<u8>,
}

/// An ICO file: a header, an entry of sixteen bytes a picture, then the pictures.
/// Layout: Microsoft's "Icons" resource format; PNG pictures since Windows Vista.
pub fn ico(pictures: &[Picture]) -> Vec<u8> {
    const HEADER: usize = 6;
    const ENTRY: usize = 16;
    let mut head: Vec<u8> = Vec::new();
    head.extend([0, 0, 1, 0]);
    head.extend(count(pictures.len()).to_le_bytes());
    let mut body: Vec<u8> = Vec::new();
    for picture in pictures {
        // A size of 256 is written as 0.
        let side = picture.size.to_le_bytes()[0];
        head.extend([side, side, 0, 0, 1, 0, 32, 0]);
        head.extend(length(picture.png.len()).to_le_bytes());
        head.extend(length(HEADER + ENTRY * pictures.len() + body.len()).to_le_bytes());
        body.extend(&picture.png);
    }
    head.extend(body);
    head
}

/// An ICNS file: each picture under the four letters of its size. Sizes without letters are left
/// out. Letters: Apple's icon types for PNG pictures.
pub fn icns(pictures: &[Picture]) -> Vec<u8> {
    let mut body: Vec<u8> = Vec::new();
    for picture in pictures {
        let letters: &[u8; 4] = match picture.size {
            128 => b"ic07",
            256 => b"ic08",
            512 => b"ic09",
            _ => continue,
        };
        body.extend(letters);
        body.extend(length(picture.png.len() + 8).to_be_bytes());
        body.extend(&picture.png);
    }
    let mut file = b"icns".to_vec();
    file.extend(length(body.len() + 8).to_be_bytes());
    file.extend(body);
    file
}

// Icons are a few kilobytes, so neither of these is ever cut.
fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

fn count(pictures: usize) -> u16 {
    u16::try_from(pictures).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pictures() -> Vec<Picture> {
        [32, 256]
            .map(|size| Picture {
                size,
                png: vec![7; usize::from(size)],
            })
            .into()
    }

    #[test]
    fn each_entry_of_an_ico_points_at_its_picture() {
        let file = ico(&pictures());
        assert_eq!(&file[..6], [0, 0, 1, 0, 2, 0], "two pictures");
        let offset = u32::from_le_bytes(file[6 + 16 + 12..6 + 32].try_into().unwrap());
        assert_eq!(
            offset as usize,
            6 + 32 + 32,
            "the second picture stands after the first"
        );
        assert_eq!(file.len(), 6 + 32 + 32 + 256);
        assert_eq!(file[6 + 16], 0, "256 is written as 0");
    }

    #[test]
    fn an_icns_says_its_own_length() {
        let file = icns(&pictures());
        assert_eq!(&file[..4], b"icns");
        assert_eq!(
            u32::from_be_bytes(file[4..8].try_into().unwrap()) as usize,
            file.len()
        );
        assert_eq!(
            &file[8..12],
            b"ic08",
            "32 pixels have no letters and are left out"
        );
    }
}
