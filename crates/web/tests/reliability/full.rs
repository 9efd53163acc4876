//! The disk is full: nobody is told "received" for what is not kept, what was typed stays, and when there is room again
//! the program goes on by itself. On a small file system of its own; where none may be mounted that has to be said by
//! `CAUNOI_WITHOUT_MOUNT=1`, as `./test` does for who is not root.

use std::{io::Write as _, path::Path, process::Command};

use crate::{
    browser::Browser,
    place,
    sending::{Opinion, follow},
    server::Server,
};

/// A file system in memory of 64 MB; taken down when dropped.
struct Small(tempfile::TempDir);

impl Small {
    fn mount() -> Option<Self> {
        let at = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64m", "caunoi-test"]).arg(at.path()).output();
        mounted.is_ok_and(|m| m.status.success()).then_some(Self(at))
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("-l").arg(self.0.path()).status());
    }
}

/// Fills the file system to its last byte.
fn fill(at: &Path) {
    let mut ballast = std::fs::File::create(at.join("ballast")).unwrap();
    for piece in [1_048_576, 4_096, 1] {
        let zeros = vec![0; piece];
        while ballast.write_all(&zeros).is_ok() {}
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_full_disk_nothing_is_acknowledged_that_is_not_kept() {
    let Some(small) = Small::mount() else {
        let said = std::env::var_os("CAUNOI_WITHOUT_MOUNT").is_some();
        assert!(said, "no file system may be mounted here: be root, or set CAUNOI_WITHOUT_MOUNT=1 and go without this test");
        return;
    };
    let data = small.0.path().join("data");
    let server = Server::start(&data);
    let mut kept: Vec<(Browser, Opinion)> = Vec::new();
    let send = async |number: u64, words: usize| {
        let (mut person, opinion) = (Browser::new(u16::try_from(10 + number % 200).unwrap()), Opinion::new(number, words, None));
        let answer = person.send(&server.address, &opinion.form).await.unwrap();
        (answer, person, opinion)
    };
    let (answer, person, opinion) = send(1, 0).await;
    assert_eq!(answer.status, 303);
    kept.push((person, opinion));
    fill(small.0.path());

    // A file finds no place at once.
    let pdf = format!("%PDF-1.4\n% {}\n%%EOF\n", "x".repeat(30_000));
    let (mut with_file, heavy) = (Browser::new(1), Opinion::new(900, 0, Some(pdf.as_bytes())));
    let refused = with_file.send(&server.address, &heavy.form).await.unwrap();
    assert_eq!(refused.status, 503, "{}", refused.text());
    assert!(refused.text().contains(&heavy.text) && refused.text().contains("Máy chủ chưa ghi được"), "{}", refused.text());

    // Text goes on for as long as the database's own files have room inside.
    let mut number = 2;
    let (mut waiting, unkept) = loop {
        let (answer, person, opinion) = send(number, 1_500).await;
        number += 1;
        match answer.status {
            303 => kept.push((person, opinion)),
            503 => {
                assert!(
                    answer.text().contains(&opinion.beginning()) && answer.text().contains("Máy chủ chưa ghi được"),
                    "{}",
                    answer.text()
                );
                break (person, opinion);
            }
            other => panic!("{other}: {}", answer.text()),
        }
        assert!(number < 3_000, "the disk is never full");
    };
    let english = Opinion::new(901, 0, Some(pdf.as_bytes()));
    let mut reader = Browser::new(2);
    let refused = reader.send(&server.address, &english.form.in_english()).await.unwrap();
    assert_eq!(refused.status, 503);
    assert!(
        refused.text().contains(&english.text) && refused.text().contains("The server cannot record this just now"),
        "{}",
        refused.text()
    );
    assert_eq!(reader.get(&server.address, "/xa/D0001").await.unwrap().status, 200, "everything can be read");

    // Room again, without a restart.
    std::fs::remove_file(small.0.path().join("ballast")).unwrap();
    for (who, opinion) in [(&mut waiting, &unkept), (&mut with_file, &heavy), (&mut reader, &english)] {
        for _ in 0..2 {
            let again = who.send(&server.address, &opinion.form).await.unwrap();
            assert_eq!(again.status, 303, "{}", again.text());
        }
    }
    kept.extend([(waiting, unkept), (with_file, heavy), (reader, english)]);
    eprintln!("{} opinions were acknowledged, {} of them on the full disk", kept.len(), kept.len() - 4);
    server.kill();
    let server = Server::start(&data);
    for (person, opinion) in &mut kept {
        follow(&server.address, person, &opinion.beginning()).await.unwrap();
    }
    server.kill();
    let rows = crate::picture::rows(&place::file_in(&data)).await;
    for (_, opinion) in &kept {
        let once = rows.iter().filter(|r| r.starts_with("opinion:") && r.contains(&opinion.text)).count();
        assert_eq!(once, 1, "{}", opinion.beginning());
    }
    assert_eq!(crate::picture::wrong(&data, &place::file_in(&data)).await, Vec::<String>::new());
}
