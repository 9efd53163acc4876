//! What a photo tells beside its picture (place, time, device, names) is taken out before it is kept. The turn of the
//! picture stays, or photos of telephones would lie on their side. A photo that breaks off is refused.

use caunoi_domain::problem::FileProblem;

/// The photo without what it tells beside its picture; files of other kinds as they are.
///
/// # Errors
/// [`FileProblem::CutShort`] for a photo that breaks off or cannot be read.
pub fn bare(media: &str, bytes: Vec<u8>) -> Result<Vec<u8>, FileProblem> {
    match media {
        "image/jpeg" => jpeg(&bytes).ok_or(FileProblem::CutShort),
        "image/png" => png(&bytes).ok_or(FileProblem::CutShort),
        "image/webp" => webp(&bytes).ok_or(FileProblem::CutShort),
        _ => Ok(bytes),
    }
}

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;
const COMMENT: u8 = 0xfe;
const EXIF: &[u8] = b"Exif\0\0";

/// Keeps the picture's own segments, the JFIF, colour profile and Adobe ones; drops what follows the picture's end.
fn jpeg(b: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(b.len());
    let mut at = 2;
    let mut turn = None;
    (b.get(..2)? == [0xff, SOI]).then_some(())?;
    out.extend([0xff, SOI]);
    loop {
        (*b.get(at)? == 0xff).then_some(())?;
        let marker = *b.get(at + 1)?;
        match marker {
            0xff => at += 1,
            EOI => {
                out.extend([0xff, EOI]);
                return Some(out);
            }
            0x01 | 0xd0..=0xd7 => at += 2,
            _ => {
                let length = usize::from(u16::from_be_bytes([*b.get(at + 2)?, *b.get(at + 3)?]));
                let end = at + 2 + length;
                let segment = b.get(at..end)?;
                let data = segment.get(4..)?;
                if marker == 0xe1 && data.starts_with(EXIF) && turn.is_none() {
                    turn = data.get(EXIF.len()..).and_then(turn_of);
                    if let Some(turn) = turn {
                        out.extend(turned(turn));
                    }
                }
                if keeps(marker, data) {
                    out.extend_from_slice(segment);
                }
                at = end;
                if marker == SOS {
                    let begin = at;
                    at = end_of_scan(b, at)?;
                    out.extend_from_slice(b.get(begin..at)?);
                }
            }
        }
    }
}

fn keeps(marker: u8, data: &[u8]) -> bool {
    match marker {
        0xe0 => data.starts_with(b"JFIF\0"),
        0xe2 => data.starts_with(b"ICC_PROFILE\0"),
        0xee => data.starts_with(b"Adobe"),
        0xe1 | 0xe3..=0xef | COMMENT => false,
        _ => true,
    }
}

/// Where the marker stands that ends a scan: stuffed bytes and restart markers belong to it.
fn end_of_scan(b: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match (*b.get(at)?, *b.get(at + 1)?) {
            (0xff, 0x00 | 0xd0..=0xd7) => at += 2,
            (0xff, 0xff) => at += 1,
            (0xff, _) => return Some(at),
            _ => at += 1,
        }
    }
}

/// The orientation (1–8) in a TIFF block, where it says one that is not the plain one.
fn turn_of(tiff: &[u8]) -> Option<u8> {
    let little = tiff.get(..2)? == b"II";
    let two = |at: usize| {
        let pair = [*tiff.get(at)?, *tiff.get(at + 1)?];
        Some(if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let (low, high) = if little { (two(4)?, two(6)?) } else { (two(6)?, two(4)?) };
    let ifd = usize::from(high) << 16 | usize::from(low);
    (0..usize::from(two(ifd)?))
        .map(|n| ifd + 2 + n * 12)
        .find(|entry| two(*entry) == Some(0x0112))
        .and_then(|entry| u8::try_from(two(entry + 8)?).ok())
        .filter(|turn| (2..=8).contains(turn))
}

/// An EXIF segment that says nothing but the turn.
fn turned(turn: u8) -> Vec<u8> {
    let mut s = vec![0xff, 0xe1, 0, 34];
    s.extend_from_slice(EXIF);
    s.extend_from_slice(b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0");
    s.extend_from_slice(&[turn, 0, 0, 0, 0, 0, 0, 0]);
    s
}

/// Keeps the chunks that draw the picture.
fn png(b: &[u8]) -> Option<Vec<u8>> {
    const DRAWS: [&[u8; 4]; 14] =
        [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"acTL", b"fcTL", b"fdAT"];
    let mut out = b.get(..8)?.to_vec();
    let mut at = 8;
    loop {
        let length = u32::from_be_bytes(b.get(at..at + 4)?.try_into().ok()?);
        let kind = b.get(at + 4..at + 8)?;
        let end = at.checked_add(12)?.checked_add(usize::try_from(length).ok()?)?;
        let chunk = b.get(at..end)?;
        if DRAWS.iter().any(|d| *d == kind) {
            out.extend_from_slice(chunk);
        }
        if kind == b"IEND" {
            return Some(out);
        }
        at = end;
    }
}

/// Keeps the chunks that draw the picture, and says so in the head.
fn webp(b: &[u8]) -> Option<Vec<u8>> {
    const DRAWS: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
    (b.get(..4)? == b"RIFF" && b.get(8..12)? == b"WEBP").then_some(())?;
    let whole = usize::try_from(u32::from_le_bytes(b.get(4..8)?.try_into().ok()?)).ok()?.checked_add(8)?;
    let b = b.get(..whole)?;
    let mut out = b.get(..12)?.to_vec();
    let mut at = 12;
    while at < whole {
        let kind = b.get(at..at + 4)?;
        let length = usize::try_from(u32::from_le_bytes(b.get(at + 4..at + 8)?.try_into().ok()?)).ok()?;
        let end = at.checked_add(8)?.checked_add(length)?.checked_add(length % 2)?;
        let begin = out.len();
        if DRAWS.iter().any(|d| *d == kind) {
            out.extend_from_slice(b.get(at..end)?);
            if kind == b"VP8X" {
                // The flags of EXIF and XMP.
                *out.get_mut(begin + 8)? &= !0b0000_1100;
            }
        }
        at = end;
    }
    let size = u32::try_from(out.len().checked_sub(8)?).ok()?.to_le_bytes();
    out.get_mut(4..8)?.copy_from_slice(&size);
    Some(out)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"GPS 20.86N 106.68E";

    fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker], &length[..], data].concat()
    }

    fn photo() -> Vec<u8> {
        let tiff = [b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", SECRET].concat();
        let scan = [0x11, 0xff, 0x00, 0x22, 0xff, 0xd0, 0x33];
        [
            vec![0xff, SOI],
            segment(0xe0, b"JFIF\0\x01\x01"),
            segment(0xe1, &[EXIF, &tiff].concat()),
            segment(0xed, SECRET),
            segment(COMMENT, SECRET),
            segment(0xdb, &[7; 65]),
            segment(SOS, &[1, 2, 3]),
            scan.to_vec(),
            vec![0xff, EOI],
            SECRET.to_vec(),
        ]
        .concat()
    }

    fn tells(bytes: &[u8]) -> bool {
        bytes.windows(SECRET.len()).any(|w| w == SECRET)
    }

    #[test]
    fn a_jpeg_keeps_its_picture_and_turn_and_tells_no_place() {
        let bare = bare("image/jpeg", photo()).unwrap();
        assert!(tells(&photo()) && !tells(&bare));
        assert!(bare.ends_with(&[0x11, 0xff, 0x00, 0x22, 0xff, 0xd0, 0x33, 0xff, EOI]));
        let exif = bare.windows(6).position(|w| w == EXIF).unwrap();
        assert_eq!(turn_of(&bare[exif + 6..]), Some(6));
        assert_eq!(super::bare("image/jpeg", bare.clone()).unwrap(), bare, "a second time changes nothing");
    }

    #[test]
    fn a_photo_that_breaks_off_is_refused_wherever_it_breaks() {
        let whole = photo();
        let picture = whole.len() - SECRET.len();
        for end in 0..picture {
            assert_eq!(bare("image/jpeg", whole[..end].to_vec()), Err(FileProblem::CutShort), "{end}");
        }
    }

    fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
        [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], kind, data, &[0; 4]].concat()
    }

    #[test]
    fn a_png_tells_nothing_beside_its_picture() {
        let whole = [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &[1; 13]), chunk(b"eXIf", SECRET), chunk(b"tEXt", SECRET)].concat();
        let whole = [whole, chunk(b"IDAT", &[9; 4]), chunk(b"IEND", &[]), SECRET.to_vec()].concat();
        let bare = bare("image/png", whole.clone()).unwrap();
        assert!(tells(&whole) && !tells(&bare) && bare.ends_with(&chunk(b"IEND", &[])));
        assert_eq!(super::bare("image/png", whole[..60].to_vec()), Err(FileProblem::CutShort));
    }

    #[test]
    fn a_webp_tells_nothing_beside_its_picture() {
        let part = |kind: &[u8; 4], data: &[u8]| {
            let mut p = [kind, &u32::try_from(data.len()).unwrap().to_le_bytes()[..], data].concat();
            p.resize(p.len() + data.len() % 2, 0);
            p
        };
        let inside = [b"WEBP".to_vec(), part(b"VP8X", &[0b0010_1100, 0, 0, 0, 1, 0, 0, 1, 0, 0]), part(b"VP8 ", &[5; 7])].concat();
        let inside = [inside, part(b"EXIF", SECRET), part(b"XMP ", SECRET)].concat();
        let whole = [&b"RIFF"[..], &u32::try_from(inside.len()).unwrap().to_le_bytes(), &inside].concat();
        let bare = bare("image/webp", whole.clone()).unwrap();
        assert!(tells(&whole) && !tells(&bare));
        assert_eq!(bare[20], 0b0010_0000);
        assert_eq!(u32::from_le_bytes(bare[4..8].try_into().unwrap()) as usize, bare.len() - 8);
        assert_eq!(super::bare("image/webp", whole[..whole.len() - 3].to_vec()), Err(FileProblem::CutShort));
    }
}
