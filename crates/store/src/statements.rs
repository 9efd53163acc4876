//! The SQL of a noun stands together at the end of its file, under names, and is known to the test that
//! prepares every text on both engines.

/// `statements! { FIND = "SELECT …"; … }`: constants of the file and the list of them, `STATEMENTS`.
#[macro_export]
macro_rules! statements {
    ($($name:ident = $sql:expr;)+) => {
        $(const $name: &str = $sql;)+
        /// Every SQL text of this noun.
        pub const STATEMENTS: &[(&str, &str)] = &[$((stringify!($name), $name)),+];
    };
}
