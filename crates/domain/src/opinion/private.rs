//! What a text for publication must not hold: phone and identity numbers, e-mail addresses, the sender's name
//! (product rule 4).

use crate::text::fold::exact;

/// True where the text holds a phone or identity number (nine digits or more, spaces and points between them
/// included), an e-mail address, or `name` where it is to stay private.
#[must_use]
pub fn betrays(text: &str, name: Option<&str>) -> bool {
    has_number(text) || has_address(text) || name.is_some_and(|n| has_name(text, n))
}

/// The same of what an office writes: it may give its own switchboard, a service number or a fixed line, but never the
/// number that the sender left.
#[must_use]
pub fn betrays_in_an_answer(text: &str, name: Option<&str>, phone: Option<&str>) -> bool {
    let digits = |s: &str| s.chars().filter(char::is_ascii_digit).collect::<String>();
    let own = phone.map(digits).filter(|p| !p.is_empty());
    let tells = |run: &str| is_number_of_somebody(run) && (!is_line_of_an_office(&digits(run)) || own == Some(digits(run)));
    runs(text).iter().any(|run| tells(run)) || has_address(text) || name.is_some_and(|n| has_name(text, n))
}

/// True where the text names somebody of that name.
#[must_use]
pub fn names(text: &str, name: &str) -> bool {
    has_name(text, name)
}

/// The phone and identity numbers of a text: their digits, a Vietnamese number without the country's.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let digits = |run: &str| run.chars().filter(char::is_ascii_digit).collect::<String>();
    // "+84 987 654 321" looks like a sum of money.
    let abroad = |d: &str| d.len() == 11 && d.starts_with("84");
    let told = runs(text).into_iter().filter(|run| is_number_of_somebody(run) || abroad(&digits(run)));
    told.map(|run| match digits(&run) {
        d if abroad(&d) => d.replacen("84", "0", 1),
        d => d,
    })
    .collect()
}

/// The e-mail addresses of a text, in lower case.
pub(super) fn mails(text: &str) -> Vec<String> {
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    text.split_whitespace().map(bare).filter(|w| has_address(w)).collect()
}

fn has_number(text: &str) -> bool {
    runs(text).iter().any(|run| is_number_of_somebody(run))
}

/// Every run of digits, a point for each mark between two of them.
fn runs(text: &str) -> Vec<String> {
    let mut runs = vec![String::new()];
    for c in text.chars() {
        let Some(run) = runs.last_mut() else { break };
        match c {
            c if c.is_ascii_digit() => run.push(c),
            ' ' | '.' | '-' | '\u{a0}' if run.ends_with(|c: char| c.is_ascii_digit()) => run.push('.'),
            _ if run.is_empty() => {}
            _ => runs.push(String::new()),
        }
    }
    runs
}

/// Service numbers (1800, 1900) and fixed lines (02 and nine digits more).
fn is_line_of_an_office(digits: &str) -> bool {
    let service = (8..=10).contains(&digits.len()) && (digits.starts_with("1800") || digits.starts_with("1900"));
    service || (digits.len() == 11 && digits.starts_with("02"))
}

/// Nine digits or more, but for sums of money, which have points between groups of three and begin with no zero.
fn is_number_of_somebody(run: &str) -> bool {
    let groups: Vec<&str> = run.split('.').filter(|g| !g.is_empty()).collect();
    let money = match groups.split_first() {
        Some((first, rest)) if !rest.is_empty() => first.len() <= 3 && !first.starts_with('0') && rest.iter().all(|g| g.len() == 3),
        _ => false,
    };
    !money && groups.iter().map(|g| g.len()).sum::<usize>() >= 9
}

fn has_address(text: &str) -> bool {
    text.split_whitespace().any(|w| w.split_once('@').is_some_and(|(a, b)| !a.is_empty() && b.contains('.')))
}

fn has_name(text: &str, name: &str) -> bool {
    let name = exact(name);
    // A given name alone ("Mai") is a word of the language; two words and more are somebody.
    name.contains(' ') && format!(" {} ", exact(text)).contains(&format!(" {name} "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_addresses_and_the_senders_name_are_seen() {
        for text in ["gọi 0912 345 678", "CCCD 031187001234", "0912.345.678", "thư: mai.nt@example.vn", "Tôi là Nguyễn Thị  Mai, thôn Hạ"]
        {
            assert!(betrays(text, Some("Nguyễn Thị Mai")), "{text}");
        }
    }

    #[test]
    fn an_office_gives_its_own_line_and_never_the_senders() {
        let own = Some("0220 3812 345");
        for text in ["Gọi đường dây nóng 1900 545 461", "Điện thoại cơ quan: 0225.382.1234", "Tổng đài 18001166"] {
            assert!(!betrays_in_an_answer(text, None, own), "{text}");
        }
        for text in ["Gọi anh Mai 0912 345 678", "Nhà bà Mai: 02203812345", "CCCD 031187001234", "mai.nt@example.vn"] {
            assert!(betrays_in_an_answer(text, None, own), "{text}");
        }
        assert!(betrays("Gọi 1900 545 461", None), "what a person wrote is published without any number");
    }

    #[test]
    fn sums_of_money_days_and_other_names_are_not() {
        for text in [
            "ngày 12/11/2026",
            "từ 1/1/2026 đến 31/12/2026",
            "hỗ trợ 2.500.000.000 đồng",
            "đường rộng 3,5 m",
            "thôn Mai Động",
            "Nguyễn Thị Mai",
        ] {
            assert!(!betrays(text, Some("Mai")), "{text}");
            assert!(!betrays(text, None), "{text}");
        }
    }
}
