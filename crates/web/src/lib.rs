//! The face of Cầu Nối: pages by audience, the command line, and what stands between them and the verbs.

mod book_sheet;
pub mod cli;
pub mod mail;
pub mod middleware;
pub mod office;
pub mod page;
pub mod public;
pub mod rounds;
mod routes;
mod server;
mod taken_sheet;
pub mod village;

pub use routes::router;
pub use server::{Parts, Web, serve};
