//! `caunoi`: the software of direct contact and dialogue between heads and the people.

fn main() -> std::process::ExitCode {
    caunoi_web::cli::main()
}
