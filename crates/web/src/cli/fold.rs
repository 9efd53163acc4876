//! `caunoi fold`: the key under which a text is found, whatever accents and tone places it is typed with.

use caunoi_domain::text::fold::fold;
use clap::Args;

use super::{Failed, say};

/// Arguments of `caunoi fold`.
#[derive(Args)]
pub(crate) struct Fold {
    /// The text
    #[arg(required = true, value_name = "TEXT")]
    text: Vec<String>,
}

impl Fold {
    pub fn run(&self) -> Result<(), Failed> {
        say(&fold(&self.text.join(" ")))
    }
}
