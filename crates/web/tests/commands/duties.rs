//! What `caunoi duties` answers, and that a file of rules is taken whole or not at all.

use insta::assert_snapshot;

use crate::kit::{one_line, run};

/// An invented rule of a real ward: nobody issued it.
const GOOD: &str = r#"
[[document]]
id = "quy-che-thu"
kind = "regulation"
number = "01-QC/ĐU"
title = "Quy chế dựng ra để kiểm thử"
issuer = "Đảng ủy phường (dựng ra)"
place = "00004.2025"
issued = "2026-01-05"
source = "fixture"
[[document.clause]]
kind = "frequency"
citation = "Điều 3"
text = "Mỗi năm ít nhất 2 cuộc."
source = "fixture"
confirmed = true
posts = ["party_secretary"]
times = 2
per = "year"
months = [6, 12]
[[document.clause]]
kind = "report"
citation = "Điều 9"
text = "Báo cáo năm chậm nhất 5 ngày làm việc sau khi hết năm."
source = "fixture"
confirmed = true
posts = ["party_secretary"]
periods = ["half_year"]
days = 5
count = "working"
"#;

/// One whose period is none.
const WRONG: &str = r#"
[[document]]
id = "quy-che-sai"
kind = "regulation"
title = "Quy chế có lỗi"
issuer = "Đảng ủy phường (dựng ra)"
place = "00004.2025"
issued = "2026-01-05"
source = "fixture"
[[document.clause]]
kind = "frequency"
citation = "Điều 3"
text = "Mỗi năm ít nhất 2 cuộc."
source = "fixture"
confirmed = true
times = 2
per = "nam"
"#;

/// The text with each id of a row as its number in the order of appearance.
fn without_ids(text: &str) -> String {
    let is_id = |w: &str| w.len() == 36 && w.split('-').map(str::len).eq([8, 4, 4, 4, 12]);
    let mut seen: Vec<String> = Vec::new();
    let mut out = text.to_owned();
    for word in text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').filter(|w| is_id(w)) {
        if !seen.iter().any(|s| s == word) {
            seen.push(word.to_owned());
            out = out.replace(word, &format!("ID{}", seen.len()));
        }
    }
    out
}

#[test]
fn s2_11_the_duties_of_a_unit_as_json_and_a_file_with_one_wrong_document_changes_nothing() {
    let d = tempfile::tempdir().unwrap();
    let say = |args: &[&str]| run(d.path(), args);
    std::fs::write(d.path().join("mk"), "một mật khẩu đủ dài\n").unwrap();
    let init = say(&["init", "--unit", "00004", "--admin", "quantri", "--admin-name", "An", "--password-file", "mk"]);
    assert!(init.starts_with("exit 0"), "{init}");
    std::fs::write(d.path().join("hai.toml"), format!("{GOOD}{WRONG}")).unwrap();
    std::fs::write(d.path().join("mot.toml"), GOOD).unwrap();
    let refused = one_line(d.path(), &["import", "regulations", "hai.toml"], 1);
    assert_snapshot!(refused, @"caunoi: hai.toml:47: document `quy-che-sai`, clause 1: per `nam`; expected one of week, month, quarter, year");
    assert_snapshot!(say(&["import", "regulations", "mot.toml"]), @"
    exit 0
    1 documents registered, 0 corrected, 0 there already
    ");
    // A year in which the office uses the program on every day; what is not the fixture's is left out.
    let asked = say(&["duties", "--unit", "00004", "--on", "2031-07-10", "--json"]);
    let all: serde_json::Value = serde_json::from_str(asked.trim_start_matches("exit 0\n")).unwrap();
    let ours = |v: &serde_json::Value| v.to_string().contains("quy-che-thu");
    let list = |name: &str| all[name].as_array().unwrap().iter().filter(|v| ours(v)).cloned().collect::<Vec<_>>();
    let shown = serde_json::json!({ "unit": all["unit"], "on": all["on"], "duties": list("duties"), "findings": list("findings") });
    assert_snapshot!("duties_json", without_ids(&serde_json::to_string_pretty(&shown).unwrap()));
}
