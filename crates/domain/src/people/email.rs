//! An e-mail address as it may stand in the head of a mail: one line, one recipient, nothing that could add a header.

/// The longest address that is taken.
const MAX: usize = 254;

/// A checked address: `name@host.domain` of plain ASCII.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// Reads an address; spaces around it are left out.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim_matches(' ');
        let (name, host) = typed.split_once('@')?;
        let plain = |s: &str, also: &[u8]| !s.is_empty() && s.bytes().all(|b| b.is_ascii_alphanumeric() || also.contains(&b));
        let labels = || host.split('.');
        let sound = typed.len() <= MAX
            && name.len() <= 64
            && plain(name, b".!#$%&'*+-/=?^_`{|}~")
            && name.split('.').all(|part| !part.is_empty())
            && labels().count() > 1
            && labels().all(|l| plain(l, b"-") && !l.starts_with('-') && !l.ends_with('-'));
        sound.then(|| Self(typed.to_owned()))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_cannot_carry_a_second_header_or_a_second_recipient() {
        for bad in [
            "a@b.vn\r\nBcc: c@d.vn",
            "a@b.vn\nSubject: x",
            "a@b.vn, c@d.vn",
            "a@b.vn;c@d.vn",
            "A <a@b.vn>",
            "a b@c.vn",
            "a@b@c.vn",
            "a@b",
            "@b.vn",
            "a@",
            "a@.vn",
            "a..b@c.vn",
            "a@-b.vn",
            "ạ@b.vn",
            "a@b.vn\0",
            "",
        ] {
            assert!(Email::parse(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn plain_addresses_are_taken() {
        for good in ["a@b.vn", "mai.luong+xa@van-trach.example", " kinhte@xa.example "] {
            assert_eq!(Email::parse(good).map(|e| e.as_str().to_owned()).as_deref(), Some(good.trim()), "{good}");
        }
    }
}
