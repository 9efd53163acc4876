//! Danh sách cán bộ as an office's own table, a kind of [`crate::import`]: the columns of a list of people.

use super::roster::{Office, Typed, read, role_words};
use crate::{import::Column, import::Reader, text::fold::fold};

/// Name.
pub static NAME: Column = Column::new("name", "Họ và tên", "Name").also(&["ho ten", "can bo"]).needed().wide(28);
/// Sign-in name.
pub static LOGIN: Column = Column::new("login", "Tên đăng nhập", "Sign-in name")
    .also(&["tai khoan"])
    .help("Chữ thường không dấu, chữ số và . _ - @. Để trống thì lấy từ họ tên.");
/// Role.
pub static ROLE: Column = Column::new("role", "Vai trò", "Role").choices(role_words).needed().wide(24);
/// Body.
pub static BODY: Column =
    Column::new("agency", "Cơ quan", "Body").also(&["don vi", "phong ban"]).help("Tên hoặc ký hiệu cơ quan.").needed().wide(32);
/// Post.
pub static POST: Column = Column::new("post", "Chức danh", "Post").also(&["chuc vu"]).help("Bắt buộc với người đứng đầu.").wide(32);

/// The columns, in the order of the template.
pub static COLUMNS: &[&Column] = &[&NAME, &LOGIN, &ROLE, &BODY, &POST];

/// Reads a row of the table against what the office has.
pub fn row(reader: &mut Reader<'_>, office: &Office) -> Option<Typed> {
    let typed = Typed {
        name: reader.text(&NAME),
        login: reader.text(&LOGIN),
        role: reader.text(&ROLE),
        body: reader.text(&BODY),
        post: reader.text(&POST),
    };
    match read(&typed, &mut office.clone()) {
        Ok(_) => Some(typed),
        Err(problems) => {
            reader.say_all(problems, &NAME);
            None
        }
    }
}

/// Everything of a row as one text.
#[must_use]
pub fn fingerprint(t: &Typed) -> String {
    [&t.name, &t.login, &t.role, &t.body, &t.post].map(|cell| fold(cell)).join("\u{1f}")
}
