//! A table that is taken away, in its forms: CSV, workbook, JSON (docs/formats/exports.md). Shared by page and command.

use caunoi_app::export::{Table, Taken};
use caunoi_domain::problem::What;
use caunoi_papers::sheet;
use serde_json::{Map, Value, json};

/// The name of its sheet and, folded, of its file.
#[must_use]
pub const fn name(table: Table) -> (&'static str, &'static str) {
    match table {
        Table::Opinions => ("Sổ ý kiến", "so-y-kien"),
        Table::Dialogues => ("Sổ đối thoại", "so-doi-thoai"),
        Table::Schedule => ("Tiếp xúc, đối thoại", "doi-thoai"),
        Table::Conclusions => ("Kết luận", "ket-luan"),
        Table::Units => ("Đơn vị hành chính", "don-vi"),
        Table::Lineage => ("Nguồn gốc đơn vị", "nguon-goc-don-vi"),
        Table::Regulations => ("Văn bản quy định", "van-ban"),
        Table::Calendar => ("Lịch làm việc", "lich-lam-viec"),
        Table::People => ("Cán bộ", "can-bo"),
        Table::Figures => ("Số liệu đã công bố", "so-lieu"),
        Table::Findings => ("Kết quả giám sát đã công bố", "ket-qua-giam-sat"),
    }
}

/// CSV.
#[must_use]
pub fn csv(taken: &Taken) -> String {
    sheet::comma(&taken.heads, &taken.rows)
}

/// A workbook.
///
/// # Errors
/// [`What::Unreadable`] where the workbook cannot be written: a defect.
pub fn xlsx(taken: &Taken) -> Result<Vec<u8>, What> {
    sheet::workbook(name(taken.table).0, &taken.heads, &taken.rows).map_err(|_| What::Unreadable)
}

/// JSON: `{"table", "rows": [{column: value}]}`; what is empty is left out.
#[must_use]
pub fn json(taken: &Taken) -> Value {
    let row = |cells: &Vec<String>| -> Value {
        let filled = taken.keys.iter().zip(cells).filter(|(_, v)| !v.is_empty());
        Value::Object(filled.map(|(k, v)| ((*k).to_owned(), Value::from(v.as_str()))).collect::<Map<_, _>>())
    };
    json!({ "table": taken.table.code(), "rows": taken.rows.iter().map(row).collect::<Vec<_>>() })
}
