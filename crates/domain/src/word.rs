//! Closed vocabularies: the words that rows, forms and events use for the institution's nouns.

/// A word outside its vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` is not a {vocabulary}")]
pub struct UnknownWord {
    /// Which vocabulary was asked.
    pub vocabulary: &'static str,
    /// The word that is not in it.
    pub word: String,
}

/// `words! { /// doc  Name { /// doc  Variant = "code", … } }`: an enum with its code words, both ways.
#[macro_export]
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $code)] $variant),+ }
        impl $name {
            /// Every word of the vocabulary, in its order on screen.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The code word in rows, forms and events.
            #[must_use]
            pub const fn code(self) -> &'static str { match self { $(Self::$variant => $code),+ } }
        }
        impl std::str::FromStr for $name {
            type Err = $crate::word::UnknownWord;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                match s { $($code => Ok(Self::$variant),)+ other => Err($crate::word::UnknownWord { vocabulary: stringify!($name), word: other.to_owned() }) }
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.code()) }
        }
    };
}
