//! Phần bị niêm phong: what may stand in no readable row any more once a matter is sealed (L7). Pure.

use super::{kind::SealedKind, private, submission::PersonDetails};
use crate::text::fold::exact;

/// Words of a sentence from which on it is told by itself whose it is.
const OWN_SENTENCE: usize = 5;

/// What is sealed, as it is looked for in what goes on.
#[derive(Clone, Debug, Default)]
pub struct Secret {
    /// Whole texts and sentences of them, each as a search key between two spaces.
    phrases: Vec<String>,
    /// Digits of phone and identity numbers.
    numbers: Vec<String>,
    /// E-mail addresses, lower case.
    mails: Vec<String>,
    /// Who gave a denunciation.
    name: String,
}

impl Secret {
    /// Of the titles and texts that are sealed. Of a denunciation, who gave it is part of the secret; of a complaint that
    /// person stays with the rest of the letter, their own number and address with them.
    #[must_use]
    pub fn of<'a>(kind: SealedKind, matters: impl IntoIterator<Item = (&'a str, &'a str)>, giver: &PersonDetails) -> Self {
        let mut s = Self::default();
        for (title, body) in matters {
            s.phrases.extend(key(body));
            for text in [title, body] {
                s.phrases.extend(sentences(text));
                s.numbers.extend(private::numbers(text));
                s.mails.extend(private::mails(text));
            }
        }
        let (numbers, mails) = (private::numbers(&giver.phone), private::mails(&giver.email));
        if kind == SealedKind::Denunciation {
            s.numbers.extend(numbers);
            s.mails.extend(mails);
            s.phrases.extend(key(&giver.address).filter(|a| tells_a_house(a)));
            s.name.clone_from(&giver.full_name);
        } else {
            s.numbers.retain(|n| !numbers.contains(n));
            s.mails.retain(|m| !mails.contains(m));
        }
        s
    }

    /// True where a text holds any of it.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let spaced = format!(" {} ", exact(text));
        let digits = private::numbers(text);
        let mails = private::mails(text);
        self.phrases.iter().any(|p| spaced.contains(p))
            || self.numbers.iter().any(|n| digits.iter().any(|d| d.contains(n)))
            || self.mails.iter().any(|m| mails.contains(m))
            || private::names(text, &self.name)
    }
}

/// A text as it is looked for; none where it has no word.
fn key(text: &str) -> Option<String> {
    let key = exact(text);
    (!key.is_empty()).then(|| format!(" {key} "))
}

/// The sentences of a text that are nobody else's: long enough, and no form of address.
fn sentences(text: &str) -> impl Iterator<Item = String> {
    text.split(['.', '!', '?', ';', '\n']).filter_map(key).filter(|k| {
        let address = [" kính gửi ", " kính thưa ", " tôi tên là "].iter().any(|a| k.starts_with(a));
        !address && k.split_whitespace().count() >= OWN_SENTENCE
    })
}

/// True for an address that tells a house or a street, not a village alone.
fn tells_a_house(key: &str) -> bool {
    let words = key.split_whitespace().count();
    words >= OWN_SENTENCE || (words > 1 && key.contains(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn giver() -> PersonDetails {
        PersonDetails {
            full_name: "Cầm Hoàng Oanh".into(),
            phone: "0912 345 678".into(),
            address: "Số 7 thôn Hạ".into(),
            email: "oanh@tu.example".into(),
        }
    }

    fn secret(kind: SealedKind) -> Secret {
        let body = "Ông trưởng phòng nhận tiền của tôi. Gọi ông ấy số 0987.654.321 hoặc viết cho ong@phong.example. Xấu.";
        Secret::of(kind, [("Đơn", body)], &giver())
    }

    #[test]
    fn a_sentence_a_number_or_an_address_of_it_is_found_however_it_is_written() {
        for kind in [SealedKind::Complaint, SealedKind::Denunciation] {
            let s = secret(kind);
            for text in [
                "Loa hỏng, ÔNG TRƯỞNG PHÒNG NHẬN TIỀN CỦA TÔI - xin xem.",
                "Số máy: +84 987 654 321",
                "Thư: ONG@phong.example,",
                "Ông trưởng phòng nhận tiền của tôi. Gọi ông ấy số 0987.654.321 hoặc viết cho ong@phong.example. Xấu.",
            ] {
                assert!(s.is_in(text), "{kind} {text}");
            }
            for text in ["Loa hỏng.", "Xấu.", "Ông trưởng phòng chưa trả lời.", "Gọi 1900 545 461", "Đơn", ""] {
                assert!(!s.is_in(text), "{kind} {text}");
            }
        }
    }

    #[test]
    fn what_the_office_wrote_above_it_is_as_secret_as_its_text() {
        let title = "Ông trưởng phòng nhận tiền của dân, 0987 654 321";
        let s = Secret::of(SealedKind::Complaint, [(title, "Đơn.")], &giver());
        for text in ["Về việc ông trưởng phòng nhận tiền của dân, 0987 654 321", "Số máy 0987654321"] {
            assert!(s.is_in(text), "{text}");
        }
        assert!(!s.is_in("Ông trưởng phòng chưa trả lời."));
        assert!(!Secret::of(SealedKind::Complaint, [("Đơn thư", "x")], &giver()).is_in("Đơn thư của dân"), "a short one is everybody's");
    }

    #[test]
    fn who_gave_it_is_secret_with_a_denunciation_only() {
        for text in ["Bà Cầm Hoàng Oanh nói", "gọi 0912345678", "OANH@tu.example", "nhà số 7, thôn Hạ"] {
            assert!(secret(SealedKind::Denunciation).is_in(text), "{text}");
            assert!(!secret(SealedKind::Complaint).is_in(text), "{text}");
        }
        let village = PersonDetails { address: "Thôn Hạ".into(), ..PersonDetails::default() };
        assert!(!Secret::of(SealedKind::Denunciation, [("", "Đơn.")], &village).is_in("Loa thôn Hạ hỏng"), "a village is nobody");
    }

    #[test]
    fn a_form_of_address_is_everybodys() {
        let s = Secret::of(SealedKind::Complaint, [("", "Kính gửi Ủy ban nhân dân xã. Bà B lấn đất nhà tôi.")], &giver());
        assert!(!s.is_in("Kính gửi Ủy ban nhân dân xã. Loa hỏng."));
        assert!(s.is_in("Loa hỏng. Bà B lấn đất nhà tôi."));
    }
}
