//! Wrong command lines and settings.

use std::net::TcpListener;

use insta::assert_snapshot;

use crate::kit::{caunoi, one_line};

#[test]
fn wrong_use_ends_in_one_line_that_says_what_to_do() {
    let d = tempfile::tempdir().unwrap();
    let say = |args: &[&str]| one_line(d.path(), args, 2);
    assert_snapshot!(say(&[]), @"caunoi: name a command, such as `caunoi demo`; see caunoi --help");
    assert_snapshot!(say(&["demmo"]), @"caunoi: unrecognized subcommand 'demmo'; see caunoi --help");
    assert_snapshot!(say(&["demo", "--port", "80"]), @"caunoi: unexpected argument '--port' found; see caunoi --help");
    assert_snapshot!(say(&["demo", "--listen", "8080"]), @"caunoi: invalid value '8080' for '--listen <ADDR>': write address and port, such as 127.0.0.1:8080; see caunoi --help");
    assert_snapshot!(say(&["demo", "--today", "24/11/2026"]), @"caunoi: --today 24/11/2026: write the day as YYYY-MM-DD, such as 2026-11-24");
    assert_snapshot!(say(&["demo", "--database", "mysql://root:secret@db/caunoi"]), @"caunoi: --database: that names no database: write sqlite:FILE or postgres://user@host/name");
    assert_snapshot!(say(&["demo", "--database", "sqlite:"]), @"caunoi: --database: name the file: --database sqlite:FILE");
    assert_snapshot!(say(&["demo", "--database", "postgres://caunoi:secret@db/caunoi"]), @"caunoi: --database: take the password out of the address and put it into the file that CAUNOI_DATABASE_PASSWORD_FILE names");
    assert_snapshot!(say(&["demo", "--database", "postgres://caunoi@db/caunoi?password=secret"]), @"caunoi: --database: take the password out of the address and put it into the file that CAUNOI_DATABASE_PASSWORD_FILE names");
    assert_snapshot!(say(&["serve", "--address", "doithoai.example.gov.vn"]), @"caunoi: --address doithoai.example.gov.vn: write scheme and host only, such as https://doithoai.example.gov.vn");
    assert_snapshot!(say(&["due", "--from", "2026-11-20", "--days", "10"]), @"caunoi: the following required arguments were not provided: <--calendar|--working>; see caunoi --help");
    assert_snapshot!(say(&["due", "--from", "20/11", "--days", "10", "--working"]), @"caunoi: --from 20/11: write the day as YYYY-MM-DD, such as 2026-11-24");
    assert_snapshot!(say(&["due", "--days", "10", "--working"]), @"caunoi: the following required arguments were not provided: --from <YYYY-MM-DD>; see caunoi --help");
    assert_snapshot!(say(&["due", "--from", "2026-11-20", "--days", "ten", "--working"]), @"caunoi: invalid value 'ten' for '--days <N>': write a number of days from 0 to 36600; see caunoi --help");
    assert_snapshot!(say(&["user", "add", "an", "--name", "An", "--role", "boss", "--unit", "X", "--body", "Y"]), @"caunoi: --role boss: write one of secretary, head, council, body, front, inspector, admin");
    assert!(!d.path().join("caunoi-data").exists(), "wrong use makes nothing");
}

#[test]
fn a_wrong_settings_file_is_named_with_its_place() {
    let d = tempfile::tempdir().unwrap();
    let file = d.path().join("caunoi.toml");
    let say = |text: &str| {
        std::fs::write(&file, text).unwrap();
        one_line(d.path(), &["serve", "--config", "caunoi.toml"], 2)
    };
    assert_snapshot!(say("data = \"x\"\nlissten = \"127.0.0.1:1\"\n"), @"caunoi: --config caunoi.toml: unknown field `lissten`, expected one of `data`, `database`, `database_password_file`, `listen`, `address`, `mail_server`, `mail_from`, `mail_password_file` (line 2)");
    assert_snapshot!(say("listen = \"8080\"\n"), @"caunoi: --config caunoi.toml: invalid socket address syntax (line 1)");
    assert_snapshot!(say("data = \n"), @"caunoi: --config caunoi.toml: string values must be quoted, expected literal string (line 1)");
    assert_snapshot!(say("database = \"oracle:x\"\n"), @"caunoi: --database: that names no database: write sqlite:FILE or postgres://user@host/name");
    assert_snapshot!(one_line(d.path(), &["serve", "--config", "missing.toml"], 2), @"caunoi: --config missing.toml: No such file or directory (os error 2)");
}

#[test]
fn what_the_machine_does_not_give_is_told_in_one_line() {
    let d = tempfile::tempdir().unwrap();
    std::fs::write(d.path().join("file"), "").unwrap();
    assert_snapshot!(one_line(d.path(), &["serve", "--data", "file/data"], 1), @"caunoi: the data folder file/data cannot be written: Not a directory (os error 20); name another with --data");
    assert_snapshot!(one_line(d.path(), &["unit", "show", "D0001"], 1), @"caunoi: no database stands there, or it is older than this program: run `caunoi migrate` first");
    let busy = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = busy.local_addr().unwrap().to_string();
    let line = one_line(d.path(), &["serve", "--listen", &address], 1).replace(&address, "ADDRESS");
    assert_snapshot!(line, @"caunoi: cannot listen on ADDRESS: Address already in use (os error 98); choose another address with --listen");
    let gone = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
    let database = format!("postgres://caunoi@127.0.0.1:{gone}/caunoi");
    assert_snapshot!(one_line(d.path(), &["migrate", "--database", &database], 1), @"caunoi: the database cannot be reached: error communicating with database: Connection refused (os error 111); see that its server runs and that --database names it");
}

#[test]
fn settings_come_from_variables_too() {
    let d = tempfile::tempdir().unwrap();
    let out = caunoi(d.path()).args(["serve"]).env("CAUNOI_DATABASE", "oracle:x").output().unwrap();
    assert_eq!(out.status.code(), Some(2));
    assert_snapshot!(String::from_utf8_lossy(&out.stderr).trim(), @"caunoi: --database: that names no database: write sqlite:FILE or postgres://user@host/name");
}
