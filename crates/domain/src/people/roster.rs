//! Danh sách cán bộ: people entered many at once, as rows pasted from a sheet or a Word table: name, sign-in name, role,
//! body, post. A row is taken whole or told what is wrong with it.

use std::collections::BTreeSet;

use super::actor::Role;
use crate::{
    problem::{Problem, What},
    text::{
        fold::fold,
        nfc::{clean_line, nfc},
        sort_key::sort_key,
    },
};

/// Rows at most in one go.
pub const ROWS_MAX: usize = 500;
/// Characters of a name at most.
const NAME_MAX: usize = 120;
/// Characters of a sign-in name at most.
const LOGIN_MAX: usize = 60;

/// A body or post that a row can name: its id, and the words by which it is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Id.
    pub id: String,
    /// The body's id, for a post.
    pub body_id: String,
    /// Name on papers.
    pub name: String,
    /// Another word for it: a symbol, a key.
    pub short: String,
}

/// What an office has, against which a row is read; each person let in is added.
#[derive(Clone, Debug, Default)]
pub struct Office {
    /// Bodies that have accounts.
    pub bodies: Vec<Named>,
    /// Posts.
    pub posts: Vec<Named>,
    /// Who is there: [`person_key`] of name and body.
    pub people: BTreeSet<String>,
    /// Sign-in names that are not free.
    pub taken: BTreeSet<String>,
}

/// A person of a body, however the name is typed: whoever is there is not let in a second time.
#[must_use]
pub fn person_key(name: &str, body_id: &str) -> String {
    format!("{} {body_id}", fold(name))
}

/// A row as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// Họ và tên
    pub name: String,
    /// Tên đăng nhập; made from the name where it is empty
    pub login: String,
    /// Vai trò
    pub role: String,
    /// Cơ quan
    pub body: String,
    /// Chức danh, may be empty
    pub post: String,
}

/// A person who can be let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Name.
    pub name: String,
    /// Sign-in name, unique.
    pub login: String,
    /// Role.
    pub role: Role,
    /// Body.
    pub body_id: String,
    /// Post, where one was named.
    pub post_id: Option<String>,
}

/// The words by which people name the roles on lists.
const ROLES: &[(Role, &[&str])] = &[
    (Role::Secretary, &["cán bộ tham mưu", "tham mưu", "văn phòng", "văn thư", "chuyên viên", "secretariat", "clerk"]),
    (Role::Head, &["người đứng đầu", "lãnh đạo", "bí thư", "chủ tịch"]),
    (Role::Council, &["thường trực HĐND", "HĐND", "thường trực hội đồng nhân dân"]),
    (Role::Body, &["cơ quan giải quyết", "cơ quan chủ trì", "cơ quan", "phòng", "phòng chuyên môn"]),
    (Role::Front, &["Mặt trận Tổ quốc", "Mặt trận", "MTTQ"]),
    (Role::Inspector, &["kiểm tra, tiếp công dân", "kiểm tra", "ủy ban kiểm tra", "ubkt", "người tiếp công dân", "tiếp công dân"]),
    (Role::Admin, &["quản trị", "quản trị viên", "administrator"]),
];

/// The role that a word means.
#[must_use]
pub fn role(word: &str) -> Option<Role> {
    let key = fold(word.trim());
    word.trim().parse().ok().or_else(|| ROLES.iter().find(|(_, words)| words.iter().any(|w| fold(w) == key)).map(|(r, _)| *r))
}

/// Words of the roles, as a row may write them.
#[must_use]
pub fn role_words() -> Vec<String> {
    ROLES.iter().filter_map(|(_, words)| words.first()).map(|w| (*w).to_owned()).collect()
}

/// The word of a role, as a row writes it.
#[must_use]
pub fn role_word(role: Role) -> &'static str {
    ROLES.iter().find(|(r, _)| *r == role).and_then(|(_, words)| words.first()).copied().unwrap_or_default()
}

/// True for a sign-in name that can be kept: small letters, digits, `. _ - @`.
#[must_use]
pub fn is_login(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LOGIN_MAX
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-@".contains(&b))
}

/// A sign-in name as Vietnamese offices make it: the given name, then the first letters of the others; with a number where
/// it is taken. "Nguyễn Văn An" is `annv`, then `annv2`.
#[must_use]
pub fn login_of(name: &str, taken: &BTreeSet<String>) -> String {
    let words: Vec<String> = name.split_whitespace().map(|w| fold(w).chars().filter(char::is_ascii_alphanumeric).collect()).collect();
    let given = words.last().cloned().unwrap_or_default();
    let others: String = words.iter().rev().skip(1).rev().filter_map(|w| w.chars().next()).collect();
    let plain: String = format!("{given}{others}").chars().take(LOGIN_MAX - 4).collect();
    let plain = if plain.is_empty() { "canbo".to_owned() } else { plain };
    if !taken.contains(&plain) {
        return plain;
    }
    (2_u32..).map(|n| format!("{plain}{n}")).find(|l| !taken.contains(l)).unwrap_or(plain)
}

/// The rows of a pasted text: one person a line, cells apart by a tab, a semicolon or a vertical bar. A head line is
/// passed over, and empty lines are.
#[must_use]
pub fn rows(text: &str) -> Vec<Typed> {
    let lines = text.lines().map(str::trim_end).filter(|l| !l.trim().is_empty());
    let cells = |line: &str| -> Typed {
        let by = ['\t', ';', '|'].into_iter().find(|c| line.contains(*c)).unwrap_or('\t');
        let mut cells = line.split(by).map(|c| nfc(c.trim()));
        let mut next = || cells.next().unwrap_or_default();
        Typed { name: next(), login: next(), role: next(), body: next(), post: next() }
    };
    let is_head = |t: &Typed| matches!(fold(&t.name).as_str(), "ho va ten" | "ho ten" | "name" | "ten");
    lines.map(cells).filter(|t| !is_head(t)).collect()
}

/// Reads one row; who it lets in is added to the office.
///
/// # Errors
/// Every wrong cell with what is wrong there.
pub fn read(typed: &Typed, office: &mut Office) -> Result<Entry, Vec<Problem>> {
    let Office { bodies, posts, people, taken } = office;
    let mut wrong = Vec::new();
    let name = match clean_line(&typed.name, NAME_MAX) {
        Ok(name) if !name.is_empty() => name,
        Ok(_) => {
            wrong.push(Problem::new("name", What::Empty));
            String::new()
        }
        Err(_) if typed.name.chars().count() > NAME_MAX => {
            wrong.push(Problem::new("name", What::TooLong { max: NAME_MAX }));
            String::new()
        }
        Err(_) => {
            wrong.push(Problem::new("name", What::BadCharacter));
            String::new()
        }
    };
    let role = role(&typed.role);
    if role.is_none() {
        let empty = typed.role.trim().is_empty();
        let what = if empty { What::Empty } else { What::NotOneOf { found: typed.role.clone(), choices: role_words() } };
        wrong.push(Problem::new("role", what));
    }
    let body = named(bodies, &typed.body, None);
    if body.is_none() {
        wrong.push(Problem::new("agency", not_one(&typed.body, bodies)));
    }
    let post = match (typed.post.is_empty(), body) {
        (false, Some(b)) => {
            let post = named(posts, &typed.post, Some(&b.id));
            if post.is_none() {
                let of_body: Vec<Named> = posts.iter().filter(|p| p.body_id == b.id).cloned().collect();
                wrong.push(Problem::new("post", not_one(&typed.post, &of_body)));
            }
            post
        }
        _ => None,
    };
    if role == Some(Role::Head) && typed.post.is_empty() {
        wrong.push(Problem::new("post", What::Empty));
    }
    let login = typed.login.to_lowercase();
    if !login.is_empty() && !is_login(&login) {
        wrong.push(Problem::new("login", What::Login));
    } else if taken.contains(&login) {
        wrong.push(Problem::new("login", What::AlreadyThere));
    }
    match (role, body) {
        (Some(role), Some(body)) if wrong.is_empty() => {
            if !people.insert(person_key(&name, &body.id)) {
                return Err(vec![Problem::new("name", What::AlreadyThere)]);
            }
            let login = if login.is_empty() { login_of(&name, taken) } else { login };
            taken.insert(login.clone());
            Ok(Entry { name, login, role, body_id: body.id.clone(), post_id: post.map(|p| p.id.clone()) })
        }
        _ => Err(wrong),
    }
}

/// What offices leave out of a name or put to it: the kind of the unit at its end.
const KINDS: [&str; 6] = [" xa", " phuong", " dac khu", " thi tran", " thanh pho", " tinh"];

/// The one that the words name, however they are typed: by id, short word, whole name, a name that begins so where only
/// one does, or that holds them where only one does ("MTTQ phường", "Phòng VHXH").
fn named<'a>(all: &'a [Named], typed: &str, of_body: Option<&str>) -> Option<&'a Named> {
    let here = || all.iter().filter(|n| of_body.is_none_or(|b| n.body_id == b));
    let key = fold(typed.trim());
    if key.is_empty() {
        return None;
    }
    let exact = here().find(|n| n.id == typed.trim() || fold(&n.short) == key || fold(&n.name) == key);
    let only = |fits: &dyn Fn(&str) -> bool| {
        let mut all = here().filter(|n| fits(&fold(&n.name)));
        all.next().filter(|_| all.next().is_none())
    };
    let bare = KINDS.iter().find_map(|k| key.strip_suffix(k)).unwrap_or(&key);
    let short = bare.strip_prefix("phong ").map_or_else(|| bare.to_owned(), |rest| format!("p{}", rest.replace(' ', "")));
    exact
        .or_else(|| only(&|name| name.starts_with(&key)))
        .or_else(|| here().find(|n| fold(&n.short) == short))
        .or_else(|| only(&|name| format!(" {name} ").contains(&format!(" {bare} "))))
}

fn not_one(found: &str, all: &[Named]) -> What {
    if found.trim().is_empty() {
        return What::Empty;
    }
    let mut choices: Vec<String> = all.iter().map(|n| n.name.clone()).collect();
    choices.sort_by_key(|c| sort_key(c));
    What::NotOneOf { found: found.to_owned(), choices }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn office<const N: usize>(taken: [&str; N]) -> Office {
        let n = |id: &str, body: &str, name: &str, short: &str| Named {
            id: id.to_owned(),
            body_id: body.to_owned(),
            name: name.to_owned(),
            short: short.to_owned(),
        };
        let bodies = vec![
            n("b1", "", "Văn phòng HĐND và UBND xã", "VP"),
            n("b2", "", "Ủy ban nhân dân xã", "UBND"),
            n("b3", "", "Phòng Kinh tế xã", "PKT"),
        ];
        let posts = vec![n("p1", "b2", "Chủ tịch UBND xã", "chu-tich"), n("p2", "b3", "Trưởng phòng Kinh tế xã", "tpkt")];
        Office { bodies, posts, people: BTreeSet::new(), taken: taken.iter().map(|t| (*t).to_owned()).collect() }
    }

    #[test]
    fn rows_pasted_from_a_sheet_become_people() {
        let text = "Họ và tên\tTên đăng nhập\tVai trò\tCơ quan\tChức danh\nNguyễn Văn An\t\tTham mưu\tVP\t\n\nLê  Thị Bình;binh.le;nguoi dung dau;UBND;Chủ tịch\n";
        let typed = rows(text);
        assert_eq!(typed.len(), 2);
        let mut office = office(["annv"]);
        let an = read(&typed[0], &mut office).unwrap();
        assert_eq!((an.login.as_str(), an.role, an.body_id.as_str()), ("annv2", Role::Secretary, "b1"));
        let binh = read(&typed[1], &mut office).unwrap();
        assert_eq!((binh.login.as_str(), binh.role, binh.post_id.as_deref()), ("binh.le", Role::Head, Some("p1")));
        let again = read(&rows("LÊ THỊ BÌNH;;Tham mưu;UBND")[0], &mut office).unwrap_err();
        assert_eq!(again, [Problem::new("name", What::AlreadyThere)], "nobody is let in twice");
        let without = read(&rows("Trần Thị Cúc;;;UBND")[0], &mut office).unwrap_err();
        assert_eq!(without, [Problem::new("role", What::Empty)], "a role that nobody chose is asked for, not looked up");
    }

    #[test]
    fn a_body_is_known_by_what_people_call_it_and_never_guessed_among_two() {
        let n = |id: &str, name: &str, short: &str| Named { id: id.into(), body_id: String::new(), name: name.into(), short: short.into() };
        let all = [
            n("front", "Ủy ban MTTQ Việt Nam phường", "MTTQ"),
            n("culture", "Phòng Văn hóa - Xã hội phường", "PVHXH"),
            n("party", "Văn phòng Đảng ủy phường", "VPĐU"),
            n("office", "Văn phòng HĐND và UBND phường", "VP"),
        ];
        let found = |typed: &str| named(&all, typed, None).map(|n| n.id.as_str());
        for (typed, id) in [
            ("MTTQ phường", Some("front")),
            ("MTTQ Việt Nam", Some("front")),
            ("Phòng VHXH", Some("culture")),
            ("phòng văn hóa - xã hội", Some("culture")),
            ("HĐND và UBND", Some("office")),
            ("vp", Some("office")),
            ("Văn phòng", None),
            ("Kho", None),
        ] {
            assert_eq!(found(typed), id, "{typed}");
        }
    }

    #[test]
    fn every_wrong_cell_of_a_row_is_told() {
        let mut office = office(["x"]);
        let mut fields =
            |text: &str| -> Vec<&'static str> { read(&rows(text)[0], &mut office).unwrap_err().into_iter().map(|p| p.field).collect() };
        assert_eq!(fields("An;á b;thủ kho;Kho;"), ["role", "agency", "login"]);
        assert_eq!(fields("An;x;phòng;Phòng Kinh tế;Chủ tịch UBND xã"), ["post", "login"], "the post of another body");
        assert_eq!(fields("An;;lãnh đạo;UBND;"), ["post"], "a head without a post has nothing to decide");
    }

    #[test]
    fn a_sign_in_name_is_made_as_offices_make_it() {
        let none = BTreeSet::new();
        assert_eq!(login_of("Đỗ Thị Ngọc Ánh", &none), "anhdtn");
        assert_eq!(login_of("Ý", &none), "y");
        assert!(is_login(&login_of("  ", &none)));
    }
}
