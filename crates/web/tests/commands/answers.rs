//! What commands answer.

use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::Stdio,
    sync::Arc,
};

use caunoi_app::{
    OsRandomness, SystemClock, boot,
    import::{self, mapping::SaveMapping},
};
use caunoi_domain::{import::Mapping, people::actor::Actor};
use caunoi_store::Database;
use insta::assert_snapshot;

use crate::kit::{caunoi, one_line, run, run_with};

#[test]
fn l4_a_limit_is_shown_with_its_computation() {
    let d = tempfile::tempdir().unwrap();
    let due = |args: &[&str]| run(d.path(), &[&["due", "--from", "2026-11-20", "--days", "3"], args].concat());
    assert_snapshot!(due(&["--working", "--json"]), @r#"
    exit 0
    {"due":"2026-11-26","rule":"working","unconfirmed":true,"steps":[{"date":"2026-11-21","counted":false,"why":"weekend"},{"date":"2026-11-22","counted":false,"why":"weekend"},{"date":"2026-11-23","counted":true,"why":"working"},{"date":"2026-11-24","counted":false,"why":"off","name":"Ngày Văn hóa Việt Nam"},{"date":"2026-11-25","counted":true,"why":"working"},{"date":"2026-11-26","counted":true,"why":"working"}]}
    "#);
    assert_snapshot!(due(&["--working"]), @"
    exit 0
    2026-11-26 (unconfirmed)
      2026-11-21 weekend
      2026-11-22 weekend
    + 2026-11-23 working
      2026-11-24 Ngày Văn hóa Việt Nam
    + 2026-11-25 working
    + 2026-11-26 working
    ");
    assert_snapshot!(due(&["--calendar", "--json"]), @r#"
    exit 0
    {"due":"2026-11-23","rule":"calendar","unconfirmed":false,"steps":[{"date":"2026-11-21","counted":true,"why":"calendar"},{"date":"2026-11-22","counted":true,"why":"calendar"},{"date":"2026-11-23","counted":true,"why":"calendar"}]}
    "#);
}

#[test]
fn an_offices_own_calendar_is_used_where_its_folder_is_named() {
    let d = tempfile::tempdir().unwrap();
    let due = |data: &[&str]| run(d.path(), &[&["due", "--from", "2026-11-20", "--days", "3", "--working"], data].concat());
    std::fs::write(d.path().join("calendar.toml"), "[[year]]\nyear = 2026\nconfirmed = true\nsource = \"test\"\n").unwrap();
    assert_snapshot!(due(&["--data", "."]).lines().nth(1).unwrap(), @"2026-11-25");
    assert_snapshot!(due(&[]).lines().nth(1).unwrap(), @"2026-11-26 (unconfirmed)");
    std::fs::write(d.path().join("calendar.toml"), "[[year]]\nyear = 2026\n").unwrap();
    let line = one_line(d.path(), &["due", "--from", "2026-11-20", "--days", "3", "--working", "--data", "."], 1);
    assert!(line.starts_with("caunoi: ./calendar.toml: the calendar cannot be read"), "{line}");
}

#[test]
fn l4_a_calendar_is_imported_with_its_source_and_moves_limits() {
    let d = tempfile::tempdir().unwrap();
    let due = |data: &[&str]| {
        let out = run(d.path(), &[&["due", "--from", "2026-11-20", "--days", "3", "--working"], data].concat());
        out.lines().nth(1).unwrap().to_owned()
    };
    let import = |rows: &str| {
        std::fs::write(d.path().join("lich.csv"), format!("Ngày,Loại,Tên,Căn cứ,Đã xác nhận\n{rows}")).unwrap();
        let out = run(d.path(), &["import", "calendar", "lich.csv", "--data", "."]);
        out.lines().take(2).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(import("23/11/2026,nghỉ,Nghỉ thử,Thông báo thử,có\n"), "exit 0 1 rows: 1 landed, 0 there already, 0 refused");
    assert_eq!((due(&["--data", "."]).as_str(), due(&[]).as_str()), ("2026-11-27 (unconfirmed)", "2026-11-26 (unconfirmed)"));
    assert_eq!(import("23/11/2026,nghỉ,Nghỉ thử,Thông báo thử,có\n"), "exit 0 1 rows: 0 landed, 1 there already, 0 refused");
    // The same paper cannot say another thing; another paper can, and supersedes.
    assert_eq!(import("23/11/2026,nghỉ,Tên khác,Thông báo thử,có\n"), "exit 1 1 rows: 0 landed, 0 there already, 1 refused");
    assert_eq!(
        import("21/11/2026,làm bù,Làm bù thử,Thông báo sau,có\n24/11/2026,làm bù,Sai ngày,Thông báo sau,có\n"),
        "exit 1 2 rows: 1 landed, 0 there already, 1 refused"
    );
    assert_eq!(due(&["--data", "."]), "2026-11-26 (unconfirmed)");
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/calendar/vn.toml");
    std::fs::copy(own, d.path().join("vn.toml")).unwrap();
    let out = run(d.path(), &["import", "calendar", "vn.toml", "--data", "."]);
    assert!(out.starts_with("exit 0\n") && out.ends_with("0 refused"), "{out}");
}

#[test]
fn s2_7_what_is_published_is_taken_away_in_three_forms() {
    let d = tempfile::tempdir().unwrap();
    std::fs::create_dir(d.path().join("x")).unwrap();
    let export = |args: &[&str]| run(d.path(), &[&["export"], args, &["--data", "x"]].concat());
    assert_snapshot!(export(&["conclusions", "--format", "json", "--out", "k.json"]), @"
    exit 0
    k.json: 0 rows
    ");
    assert_eq!(std::fs::read_to_string(d.path().join("k.json")).unwrap(), "{\"table\":\"conclusions\",\"rows\":[]}\n");
    assert!(export(&["opinions", "--format", "xlsx", "--out", "k.xlsx"]).starts_with("exit 0"));
    assert!(export(&["dialogues", "--out", "k.csv"]).starts_with("exit 0"));
    assert!(std::fs::read_to_string(d.path().join("k.csv")).unwrap().starts_with("\u{feff}\"public_id\","));
    let line = one_line(d.path(), &["export", "people", "--out", "k.csv", "--data", "x"], 2);
    assert!(line.contains("--as LOGIN"), "{line}");
    one_line(d.path(), &["export", "people", "--out", "k.csv", "--data", "x", "--as", "khong.co"], 2);
}

/// What is refused before it is opened: nothing of it is held, so little memory is enough.
#[test]
fn b_a_bomb_a_sheet_of_200_mb_and_a_cut_table_are_refused_within_bounded_memory() {
    use std::io::Write as _;
    let d = tempfile::tempdir().unwrap();
    std::fs::create_dir(d.path().join("x")).unwrap();
    let large = std::fs::File::create(d.path().join("lon.csv")).unwrap();
    large.set_len(200 * 1024 * 1024).unwrap();
    // A sheet of 200 MB that is packed to some hundred kilobytes, whatever its directory claims.
    let mut archive = zip::ZipWriter::new(std::fs::File::create(d.path().join("bom.xlsx")).unwrap());
    archive.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..200 {
        archive.write_all(&vec![b' '; 1024 * 1024]).unwrap();
    }
    archive.finish().unwrap();
    let bomb = std::fs::read(d.path().join("bom.xlsx")).unwrap();
    std::fs::write(d.path().join("cut.xlsx"), &bomb[..bomb.len() - 30]).unwrap();
    std::fs::write(d.path().join("cut.csv"), "Ngày nhận,Loại,Nội dung\n1/10/2026,hỏi,\"Việc một").unwrap();
    for (file, why) in [("lon.csv", "too large"), ("bom.xlsx", "too large"), ("cut.xlsx", "cannot be read"), ("cut.csv", "in the middle")] {
        // No more than 150 MB of data: who reads the file, or unpacks it, whole ends in another way.
        let program = "ulimit -d 153600 && exec \"$0\" \"$@\"";
        let out = std::process::Command::new("sh")
            .current_dir(d.path())
            .args(["-c", program, env!("CARGO_BIN_EXE_caunoi"), "import", "opinions", file, "--unit", "D0001", "--data", "x"])
            .output()
            .unwrap();
        let line = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!((out.status.code(), line.lines().count()), (Some(1), 1), "{file}: {line}");
        assert!(line.contains(why) && out.stdout.is_empty(), "{file}: {line}");
    }
    assert!(std::fs::read_dir(d.path().join("x")).unwrap().next().is_none(), "nothing was opened, nothing landed");
}

#[test]
fn the_key_of_a_text() {
    let d = tempfile::tempdir().unwrap();
    assert_snapshot!(run(d.path(), &["fold", "Đường  HÒA BÌNH", "thôn"]), @"
    exit 0
    duong hoa binh thon
    ");
    assert_eq!(run(d.path(), &["fold", "Hoà Bình"]), run(d.path(), &["fold", "hòa bình"]));
}

/// One installation for everything that needs the lists of units: they take a while to load.
#[test]
fn an_installation_has_units_accounts_and_one_server() {
    let d = tempfile::tempdir().unwrap();
    let say = |args: &[&str]| run(d.path(), args);
    assert_snapshot!(say(&["migrate"]), @"
    exit 0
    up to date
    ");
    assert_snapshot!(say(&["unit", "show", "00004", "--json"]), @r#"
    exit 0
    {"code":"00004","key":"00004","period":"2025","level":"commune","kind":"phuong","name":"Phường Ba Đình","valid_from":"2025-07-01","valid_to":null,"source":"vietnamadminunits 1.0.4 (MIT)","invented":false,"confirmed":true,"divided":false,"parents":[{"code":"01","level":"province","name":"Thành phố Hà Nội"}],"from":[{"code":"00055","key":"00055","period":"before_2025","name":"Phường Cửa Đông","share":"part","confirmed":true},{"code":"00073","key":"00073","period":"before_2025","name":"Phường Cửa Nam","share":"part","confirmed":true},{"code":"00019","key":"00019","period":"before_2025","name":"Phường Điện Biên","share":"part_default","confirmed":true},{"code":"00022","key":"00022","period":"before_2025","name":"Phường Đội Cấn","share":"part","confirmed":true},{"code":"00040","key":"00040","period":"before_2025","name":"Phường Đồng Xuân","share":"part","confirmed":true},{"code":"00028","key":"00028","period":"before_2025","name":"Phường Kim Mã","share":"part","confirmed":true},{"code":"00016","key":"00016","period":"before_2025","name":"Phường Ngọc Hà","share":"part_default","confirmed":true},{"code":"00013","key":"00013","period":"before_2025","name":"Phường Quán Thánh","share":"whole","confirmed":true},{"code":"00112","key":"00112","period":"before_2025","name":"Phường Thụy Khuê","share":"part","confirmed":true},{"code":"00004","key":"00004","period":"before_2025","name":"Phường Trúc Bạch","share":"whole","confirmed":true}],"into":[]}
    "#);
    assert_snapshot!(say(&["unit", "show", "00004", "--on", "2025-06-30"]), @"
    exit 0
    00004 Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội
      until 2025-06-30, source: vietnamadminunits 1.0.4 (MIT)
      into 00004 Phường Ba Đình (whole)
    ");
    assert_snapshot!(one_line(d.path(), &["unit", "show", "99999"], 1), @"caunoi: no unit has the code 99999: see data/units for the codes");
    documents(d.path());
    units(d.path());
    assert_snapshot!(say(&["unit", "show", "10768", "--json"]), @r#"
    exit 0
    {"code":"10768","key":"10768","period":"before_2025","level":"commune","kind":"xa","name":"Xã Tuấn Việt","valid_from":null,"valid_to":"2025-06-30","source":"vietnamadminunits 1.0.4 (MIT)","invented":false,"confirmed":true,"divided":true,"parents":[{"code":"293","level":"district","name":"Huyện Kim Thành"},{"code":"30","level":"province","name":"Tỉnh Hải Dương"}],"from":[{"code":null,"key":"tuan-hung-kim-thanh","period":"earlier","name":"Xã Tuấn Hưng","share":"whole","confirmed":false}],"into":[{"code":"10756","key":"10756","period":"2025","name":"Xã Lai Khê","share":"part_default","confirmed":true},{"code":"10705","key":"10705","period":"2025","name":"Xã Nam An Phụ","share":"part","confirmed":true}]}
    "#);
    assert_snapshot!(say(&["unit", "show", "tuan-hung-kim-thanh"]), @"
    exit 0
    tuan-hung-kim-thanh Xã Tuấn Hưng, Huyện Kim Thành, Tỉnh Hải Dương
      source: seed 001_b59b47a52acf7f31
      code not known, unconfirmed
      into 10768 Xã Tuấn Việt (whole, unconfirmed)
    ");
    assert_snapshot!(one_line(d.path(), &["unit", "show", "Nam Chính"], 1), @"caunoi: Nam Chính is a name, not a code: choose one of nam-chinh-nam-sach Xã Nam Chính, Huyện Nam Sách, Tỉnh Hải Dương (earlier); 13045 Xã Nam Chính, Huyện Tiền Hải, Tỉnh Thái Bình (before_2025); 23206 Xã Nam Chính, Huyện Đức Linh, Tỉnh Bình Thuận (before_2025)");
    assert_snapshot!(say(&["user", "list"]), @"exit 0");
    assert_snapshot!(one_line(d.path(), &["user", "reset", "an"], 1), @"caunoi: an has no account: see `caunoi user list`");
    let add = ["user", "add", "an", "--name", "Nguyễn Văn An", "--role", "secretary", "--unit", "00004", "--body", "VP"];
    assert_snapshot!(one_line(d.path(), &add, 2), @"caunoi: --body VP: Phường Ba Đình has no bodies yet");
    let mut server = caunoi(d.path()).args(["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.starts_with("ready http://127.0.0.1:"), "{line}");
    let id = server.id().to_string();
    let second = one_line(d.path(), &["serve", "--listen", "127.0.0.1:0"], 1).replace(&id, "PID");
    assert_snapshot!(second, @"caunoi: the data folder ./caunoi-data is in use by process PID: stop it first, or name another folder with --data");
    assert_eq!(one_line(d.path(), &["demo", "--listen", "127.0.0.1:0"], 1).replace(&id, "PID"), second);
    assert_eq!(one_line(d.path(), &["migrate"], 1).replace(&id, "PID"), second, "the schema stays as it is beside a server");
    assert!(say(&["unit", "show", "00004"]).starts_with("exit 0"), "reading goes on beside a server");
    server.kill().unwrap();
    server.wait().unwrap();
}

/// Units and lineage from the lists that ship with the program: there already; out and in again as files.
fn units(folder: &Path) {
    let say = |args: &[&str]| run(folder, args);
    assert_snapshot!(say(&["export", "units", "--out", "don-vi.csv"]), @"
    exit 0
    don-vi.csv: 14152 rows
    ");
    let csv = std::fs::read_to_string(folder.join("don-vi.csv")).unwrap();
    let few: Vec<&str> = csv.lines().take(40).collect();
    std::fs::write(folder.join("it.csv"), few.join("\r\n")).unwrap();
    assert_snapshot!(say(&["import", "units", "it.csv"]), @"
    exit 0
    39 rows: 0 landed, 39 there already, 0 refused
    ");
    assert!(say(&["export", "lineage", "--format", "json", "--out", "n.json"]).starts_with("exit 0"));
    assert!(say(&["export", "regulations", "--format", "toml", "--out", "q.toml"]).starts_with("exit 0"));
    assert!(say(&["import", "regulations", "q.toml"]).starts_with("exit 0\n0 documents registered, 0 corrected,"));
    assert_snapshot!(one_line(folder, &["export", "units", "--format", "toml", "--out", "u.toml"], 2), @"caunoi: --format toml: only regulations have such a form; take units as csv, xlsx or json");
    // On a terminal the command shows how far it is, on standard error only; elsewhere nothing of it.
    let bar = std::process::Command::new("script")
        .current_dir(folder)
        .args(["-qec", &format!("{} import units don-vi.csv --dry-run", env!("CARGO_BIN_EXE_caunoi")), "/dev/null"])
        .output()
        .unwrap();
    let shown = String::from_utf8_lossy(&bar.stdout);
    assert!(shown.contains("/14152") && shown.contains("would land"), "{shown}");
}

/// Documents of rules: registered by `migrate`, an operator's own from a file, found by any spelling.
fn documents(folder: &Path) {
    let say = |args: &[&str]| run(folder, args);
    assert_snapshot!(say(&["search", "03- QC/TU", "--json"]), @r#"
    exit 0
    {"query":"03- QC/TU","key":"03 qc tu","results":[{"kind":"regulation","ref":"hai-duong-03-qc-tu","title":"03-QC/TU: Về tiếp xúc, đối thoại của người đứng đầu cấp ủy đảng, chính quyền các cấp với nhân dân","context":"Ban Thường vụ Tỉnh ủy Hải Dương","unit":"30","unit_name":"Tỉnh Hải Dương","province":"30","state":null,"path":"/quy-che/hai-duong-03-qc-tu"}]}
    "#);
    assert_snapshot!(say(&["search", "37-CT/TU"]), @"
    exit 0
    regulation 37-CT/TU: Về tăng cường tiếp xúc, đối thoại trực tiếp của người đứng đầu cấp ủy đảng, chính quyền các cấp với Nhân dân, Tỉnh Thái Bình /quy-che/thai-binh-37-ct-tu
    ");
    assert_snapshot!(say(&["search", "khongcogi"]), @"
    exit 0
    nothing found for khongcogi
    ");
    assert_snapshot!(one_line(folder, &["search", "--", "--"], 2), @r#"caunoi: name what to look for: caunoi search "nước sạch""#);
    assert_snapshot!(one_line(folder, &["search", "a", "--unit", "99999"], 2), @"caunoi: --unit 99999: no unit has this code; see `caunoi unit show 99999`");
    assert_snapshot!(say(&["import", "regulations", "--template", "mau.toml"]), @"
    exit 0
    mau.toml
    ");
    let text = std::fs::read_to_string(folder.join("mau.toml")).unwrap();
    std::fs::write(folder.join("sai.toml"), text.replace("times = 2\n", "")).unwrap();
    assert_snapshot!(one_line(folder, &["import", "regulations", "sai.toml"], 1), @"caunoi: sai.toml:14: document `tinh-mau-01-qc-tu`, clause 1: `times` does not fit a clause of kind `frequency`; expected `times = 2`, a number of 1 or more");
    assert_snapshot!(say(&["import", "regulations", "mau.toml", "--dry-run"]), @"
    exit 0
    1 documents would be registered, 0 would be corrected, 0 there already
    duties of this year would change in 0 of 0 units with heads
    ");
    assert_snapshot!(say(&["import", "regulations", "mau.toml"]), @"
    exit 0
    1 documents registered, 0 corrected, 0 there already
    ");
    assert_snapshot!(say(&["import", "regulations", "mau.toml"]), @"
    exit 0
    0 documents registered, 0 corrected, 1 there already
    ");
    assert_snapshot!(one_line(folder, &["import", "regulations"], 2), @"caunoi: the following required arguments were not provided: <FILE>; see caunoi --help");
}

#[test]
fn accounts_of_a_demonstration_are_added_reset_and_listed() {
    let d = tempfile::tempdir().unwrap();
    let mut demo = caunoi(d.path()).args(["demo", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(demo.stdout.take().unwrap()).read_line(&mut line).unwrap();
    // The server goes on meanwhile: commands write beside it.
    let say = |args: &[&str]| run(d.path(), args);
    let add = ["user", "add", "An.Moi", "--name", "Nguyễn Văn An", "--role", "secretary", "--unit", "D0001", "--body", "VP"];
    let added = say(&add);
    let password = added.strip_prefix("exit 0\nan.moi ").unwrap_or_else(|| panic!("{added}")).to_owned();
    assert!(password.len() >= 16 && !password.contains(char::is_whitespace), "{password}");
    assert_snapshot!(one_line(d.path(), &add, 1), @"caunoi: an.moi has an account already: choose another name, or `caunoi user reset an.moi`");
    let reset = ["user", "reset", "an.moi", "--password-stdin"];
    assert_snapshot!(run_with(d.path(), &reset, "ngan\n"), @"
    exit 2
    caunoi: --password-stdin: give a password of 12 characters or more that is not easily guessed
    ");
    assert_snapshot!(run_with(d.path(), &reset, "một mật khẩu đủ dài\n"), @"
    exit 0
    an.moi
    ");
    let list = say(&["user", "list", "--unit", "D0001"]);
    assert!(list.contains("an.moi secretary D0001 Văn phòng HĐND và UBND xã"), "{list}");
    assert!(!list.contains("donglam"), "{list}");
    demo.kill().unwrap();
    demo.wait().unwrap();
    assert_snapshot!(one_line(d.path(), &["serve"], 2), @"caunoi: ./caunoi-data holds a demonstration: run `caunoi demo`, or name another folder with --data");
}

/// The first set-up of a real commune and of the province above it, in one empty folder.
#[test]
fn an_office_is_set_up_in_an_empty_folder_by_one_command() {
    let d = tempfile::tempdir().unwrap();
    let say = |args: &[&str]| run(d.path(), args);
    assert_snapshot!(one_line(d.path(), &["init", "--unit", "00004"], 2), @"caunoi: --admin: name it, or give the answers in a file (--answers); see caunoi init --help");
    assert_snapshot!(one_line(d.path(), &["init", "--unit", "00004", "--admin", "Quản trị", "--admin-name", "An"], 2), @"caunoi: --admin quản trị: write a sign-in name of letters a-z, digits and . _ - @");
    std::fs::write(d.path().join("mk"), "ngắn\n").unwrap();
    let short = ["init", "--unit", "00004", "--admin", "quantri", "--admin-name", "An", "--password-file", "mk"];
    assert_snapshot!(one_line(d.path(), &short, 2), @"caunoi: --password-file mk: its first line must be a password of 12 characters or more that is not easily guessed");
    assert!(!d.path().join("caunoi-data").exists(), "wrong use makes nothing");
    assert_snapshot!(one_line(d.path(), &["init", "--unit", "99999", "--admin", "quantri", "--admin-name", "An"], 2), @"caunoi: --unit 99999: no commune or province in force has this code: see data/units");
    assert_snapshot!(say(&["init", "--unit", "00004", "--template", "tra-loi.toml"]), @"
    exit 0
    tra-loi.toml
    ");
    let mut answers = std::fs::read_to_string(d.path().join("tra-loi.toml")).unwrap();
    assert!(answers.contains("name = \"Phòng Kinh tế, Hạ tầng và Đô thị phường\""), "{answers}");
    answers = answers.replace("Phòng Kinh tế, Hạ tầng và Đô thị phường", "Phòng Kinh tế phường");
    answers =
        answers.replacen("unit = ", "admin = \"quantri.badinh\"\nadmin_name = \"Nguyễn Văn An\"\nculture_day = \"working\"\nunit = ", 1);
    std::fs::write(d.path().join("tra-loi.toml"), answers).unwrap();
    let done = say(&["init", "--answers", "tra-loi.toml"]);
    let (said, password) = done.rsplit_once("quantri.badinh ").unwrap_or_else(|| panic!("{done}"));
    assert!(password.len() == 16, "{password}");
    assert!(said.contains("00004 Phường Ba Đình: 14 bodies, 13 posts, 6 of them unconfirmed"), "{said}");
    assert!(said.contains("24/11 worked, in ./caunoi-data/calendar.toml"), "{said}");
    assert!(!said.contains("Hạ tầng"), "{said}");
    let due = say(&["due", "--from", "2026-11-20", "--days", "3", "--working", "--data", "caunoi-data"]);
    assert!(due.starts_with("exit 0\n2026-11-25\n"), "the office's own calendar counts: {due}");
    let again = one_line(d.path(), &["init", "--answers", "tra-loi.toml"], 1);
    assert_snapshot!(again, @"caunoi: 00004 Phường Ba Đình is set up already: sign in as its administrator, or open another with `caunoi user add`");
    assert_snapshot!(say(&["user", "list", "--unit", "00004"]), @"
    exit 0
    quantri.badinh admin 00004 Văn phòng HĐND và UBND phường
    ");
    let mut server = caunoi(d.path()).args(["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.starts_with("ready http://127.0.0.1:"), "{line}");
    let add = ["user", "add", "hoavt", "--name", "Vũ Thị Hoa", "--role", "secretary", "--unit", "00004", "--body", "VP"];
    assert!(say(&add).starts_with("exit 0\nhoavt "), "people are added beside a running server");
    let list =
        "Họ và tên,Tên đăng nhập,Vai trò,Cơ quan,Chức danh\nTrần Văn Bảy,,Cơ quan giải quyết,Phòng Kinh tế,\nLê Thị Sáu,,Thủ kho,VP,\n";
    std::fs::write(d.path().join("can-bo.csv"), list).unwrap();
    let import = ["import", "people", "can-bo.csv", "--unit", "00004"];
    let taken = say(&import);
    assert!(taken.starts_with("exit 1\n") && say(&import).starts_with("exit 1\n"), "{taken}");
    let errors = std::fs::read_to_string(d.path().join("can-bo.csv.errors.csv")).unwrap();
    assert!(errors.contains("\"3\",\"Vai trò\",\"Không có “Thủ kho”"), "{errors}");
    let people = say(&["user", "list", "--unit", "00004"]);
    assert_eq!(people.matches("baytv").count(), 1, "nobody is let in twice: {people}");
    let beside = one_line(d.path(), &["init", "--unit", "01", "--admin", "quantri.tinh", "--admin-name", "An"], 1);
    assert!(beside.contains("is in use by process"), "{beside}");
    server.kill().unwrap();
    server.wait().unwrap();
    own_heads(d.path());
    std::fs::write(d.path().join("mk"), "một mật khẩu đủ dài\n").unwrap();
    let province = say(&["init", "--unit", "01", "--admin", "quantri.tinh", "--admin-name", "Lê Thị Bình", "--password-file", "mk"]);
    assert!(province.contains("01 Thành phố Hà Nội: 12 bodies") && province.ends_with("\nquantri.tinh"), "{province}");
}

/// What an office chose for its own heads on its page holds for the command too; a file that is named goes before it.
fn own_heads(folder: &Path) {
    let people = import::find("people").unwrap();
    let saved = Mapping::from_toml(people.columns(), "\"Người\" = \"name\"\n\"Vai\" = \"role\"\n").unwrap();
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let data = folder.join("caunoi-data");
        let database = Database::Sqlite(data.join("caunoi.db"));
        let app = boot::open(&data, &database, Arc::new(SystemClock), Arc::new(OsRandomness)).await.unwrap();
        let save = SaveMapping { unit_id: "00004.2025".to_owned(), kind: people.word(), action: people.action(), mapping: saved };
        app.carry_out(&Actor::System, save).await.unwrap();
    });
    let say = |args: &[&str]| run(folder, &[&["import", "people", "rieng.csv", "--unit", "00004", "--dry-run"], args].concat());
    std::fs::write(folder.join("rieng.csv"), "Người,Vai,Cơ quan\nĐỗ Văn Tám,Cơ quan giải quyết,Phòng Kinh tế\n").unwrap();
    assert!(say(&[]).contains("1 would land"), "{}", say(&[]));
    std::fs::write(folder.join("rieng.csv"), "Người,Việc,Cơ quan\nĐỗ Văn Tám,Cơ quan giải quyết,Phòng Kinh tế\n").unwrap();
    assert!(say(&[]).starts_with("exit 1\n"), "{}", say(&[]));
    std::fs::write(folder.join("ghep.toml"), "\"Việc\" = \"role\"\n").unwrap();
    assert!(say(&["--mapping", "ghep.toml"]).contains("1 would land"), "{}", say(&["--mapping", "ghep.toml"]));
}
