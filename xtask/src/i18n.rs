//! Every message stands in both languages with the same variables, once.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context as _, Result, bail};
use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

/// Variables of each message by its name.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// Compares `crates/web/i18n/vi` with `crates/web/i18n/en`.
pub fn run(root: &Path) -> Result<()> {
    let folder = root.join("crates/web/i18n");
    let (vi, en) = (read(&folder.join("vi"))?, read(&folder.join("en"))?);
    let wrong = compare(&vi, &en);
    if wrong.is_empty() {
        println!("i18n: {} messages in vi and en", vi.len());
        return Ok(());
    }
    bail!("i18n:\n  {}", wrong.join("\n  "))
}

fn compare(vi: &Messages, en: &Messages) -> Vec<String> {
    let mut wrong = Vec::new();
    for (key, variables) in vi {
        match en.get(key) {
            None => wrong.push(format!("{key} is missing in en")),
            Some(other) if other != variables => wrong.push(format!("{key} has {variables:?} in vi and {other:?} in en")),
            Some(_) => {}
        }
    }
    wrong.extend(en.keys().filter(|k| !vi.contains_key(*k)).map(|k| format!("{k} is missing in vi")));
    wrong
}

fn read(folder: &Path) -> Result<Messages> {
    let mut all = Messages::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.extension().is_none_or(|e| e != "ftl") {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        add(&mut all, &text).with_context(|| path.display().to_string())?;
    }
    Ok(all)
}

fn add(all: &mut Messages, text: &str) -> Result<()> {
    let resource = parser::parse(text).map_err(|(_, e)| anyhow::anyhow!("{}", e.first().map(ToString::to_string).unwrap_or_default()))?;
    for entry in &resource.body {
        if let Entry::Message(message) = entry {
            let mut variables = BTreeSet::new();
            message.value.iter().chain(message.attributes.iter().map(|a| &a.value)).for_each(|p| pattern(p, &mut variables));
            if all.insert(message.id.name.to_owned(), variables).is_some() {
                bail!("{} stands twice", message.id.name);
            }
        }
    }
    Ok(())
}

fn pattern(p: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &p.elements {
        if let PatternElement::Placeable { expression } = element {
            self::expression(expression, found);
        }
    }
}

fn expression(e: &Expression<&str>, found: &mut BTreeSet<String>) {
    match e {
        Expression::Inline(i) => inline(i, found),
        Expression::Select { selector, variants } => {
            inline(selector, found);
            variants.iter().for_each(|v| pattern(&v.value, found));
        }
    }
}

fn inline(i: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match i {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => self::arguments(arguments, found),
        InlineExpression::TermReference { arguments: Some(a), .. } => arguments(a, found),
        InlineExpression::Placeable { expression: e } => expression(e, found),
        _ => {}
    }
}

fn arguments(a: &CallArguments<&str>, found: &mut BTreeSet<String>) {
    a.positional.iter().chain(a.named.iter().map(|n| &n.value)).for_each(|i| inline(i, found));
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn messages(text: &str) -> Messages {
        let mut all = Messages::new();
        add(&mut all, text).unwrap();
        all
    }

    #[test]
    fn what_is_missing_or_differs_is_named() {
        let vi = messages("a = A { $n ->\n   *[other] { $n } { $ten }\n}\nb = B\n");
        let en = messages("a = A { $n }\nc = C\n");
        let wrong = compare(&vi, &en);
        assert_eq!(wrong.len(), 3, "{wrong:?}");
        assert!(compare(&vi, &vi).is_empty());
        assert!(add(&mut Messages::new(), "a = 1\na = 2\n").is_err());
    }
}
