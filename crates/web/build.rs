//! Turns `i18n/{vi,en}/*.ftl` into typed functions: a message missing in one language does not compile.

use std::process::ExitCode;

use fluent_typed::{BuildOptions, FtlOutputOptions, build_from_locales_folder};

fn main() -> ExitCode {
    let out = std::env::var("OUT_DIR").unwrap_or_default();
    println!("cargo::rerun-if-changed=i18n");
    println!("cargo::rerun-if-changed=templates");
    build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder("i18n")
            .with_output_file_path(&format!("{out}/l10n.rs"))
            .with_ftl_output(FtlOutputOptions::single_file(&format!("{out}/translations.ftl")))
            .with_default_language("vi")
            .with_prefix("")
            .without_format()
            .without_bidi_isolation(),
    )
}
