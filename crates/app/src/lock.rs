//! One server for one data folder: a second one is refused in one line.

use std::{
    fs::{File, TryLockError},
    io::{Read as _, Seek as _, Write as _},
    path::Path,
};

use caunoi_store::StoreError;

use crate::refusal::Refusal;

/// The data folder is ours until this is dropped; the operating system lets go of it even after kill -9.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the data folder, making it at the first start.
    ///
    /// # Errors
    /// [`StoreError::Busy`] naming the process that has it; the operating system's words where the folder cannot be written.
    pub fn take(data: &Path) -> Result<Self, Refusal> {
        match Self::attempt(data)? {
            Ok(lock) => Ok(lock),
            Err(who) => {
                let data = data.display();
                let why = format!("the data folder {data} is in use by process {who}: stop it first, or name another folder with --data");
                Err(StoreError::Busy(why).into())
            }
        }
    }

    /// Takes the data folder; `None` where a server has it.
    ///
    /// # Errors
    /// The operating system's words where the folder cannot be written.
    pub fn take_if_free(data: &Path) -> Result<Option<Self>, Refusal> {
        Ok(Self::attempt(data)?.ok())
    }

    /// The lock, or the number of the process that has it.
    fn attempt(data: &Path) -> Result<Result<Self, String>, Refusal> {
        let broken = |e: std::io::Error| {
            Refusal::Broken(format!("the data folder {} cannot be written: {e}; name another with --data", data.display()))
        };
        std::fs::create_dir_all(data).map_err(broken)?;
        let mut file = File::options().read(true).write(true).create(true).truncate(false).open(data.join("lock")).map_err(broken)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::Error(e)) => return Err(broken(e)),
            Err(TryLockError::WouldBlock) => {
                let mut who = String::new();
                // The owner may be writing its number just now: then it stays unnamed.
                let read = file.read_to_string(&mut who);
                return Ok(Err(if read.is_err() || who.trim().is_empty() { "?".to_owned() } else { who.trim().to_owned() }));
            }
        }
        file.set_len(0).and_then(|()| file.rewind()).and_then(|()| writeln!(file, "{}", std::process::id())).map_err(broken)?;
        Ok(Ok(Self { _file: file }))
    }
}
