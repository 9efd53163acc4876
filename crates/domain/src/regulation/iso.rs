//! An optional civil day as ISO text, inside the JSON of a kept version.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

pub(super) fn serialize<S: Serializer>(day: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
    day.map(|d| d.to_string()).serialize(to)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    let text: Option<String> = Deserialize::deserialize(from)?;
    text.map(|t| t.parse().map_err(|_| D::Error::custom("a day as YYYY-MM-DD was expected"))).transpose()
}
