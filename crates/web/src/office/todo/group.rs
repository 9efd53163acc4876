//! What is due, grouped: day by day with the overdue first, by the noun it belongs to, or by the body whose turn it is.

use jiff::civil::Date;

use super::{count, line::Line};
use crate::page::Page;

/// The order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Day by day.
    Day,
    /// By noun.
    Noun,
    /// By body.
    Body,
}

impl Order {
    /// Of its word in the address.
    pub fn of(word: &str) -> Self {
        match word {
            "viec" => Self::Noun,
            "co-quan" => Self::Body,
            _ => Self::Day,
        }
    }

    /// Every order with its address; the one shown is marked.
    pub fn all(self, page: &Page) -> Vec<(String, String, bool)> {
        let t = page.t;
        [
            (Self::Day, "/cong-viec", t.monday_by_day()),
            (Self::Noun, "/cong-viec?theo=viec", t.monday_by_noun()),
            (Self::Body, "/cong-viec?theo=co-quan", t.monday_by_body()),
        ]
        .into_iter()
        .map(|(order, href, label)| (href.to_owned(), label, order == self))
        .collect()
    }
}

/// Lines under one head.
pub struct Group {
    /// For its heading.
    pub id: usize,
    /// Its head.
    pub title: String,
    /// How many there are.
    pub count: String,
    /// The lines, the first due first.
    pub lines: Vec<Line>,
}

/// Lines, which come by their day, under their heads.
pub fn groups(page: &Page, lines: Vec<Line>, order: Order, today: Date, until: &str) -> Vec<Group> {
    let iso = today.to_string();
    let key = |l: &Line| match order {
        Order::Body => (l.body.clone(), l.body.clone()),
        Order::Noun => (format!("{:02}", l.noun as usize), l.noun.name(page.t)),
        // What has no day stands after all days.
        Order::Day if l.due_on.is_empty() => ("9999-99".to_owned(), page.t.monday_no_day()),
        Order::Day if l.due_on < iso => (String::new(), page.t.todo_overdue()),
        Order::Day if l.due_on.as_str() > until => ("9999-12".to_owned(), page.t.monday_later()),
        Order::Day => (l.due_on.clone(), page.weekday(&l.due_on)),
    };
    let mut groups: Vec<(String, Group)> = Vec::new();
    for l in lines {
        let (at, title) = key(&l);
        match groups.iter_mut().find(|(k, _)| *k == at) {
            Some((_, group)) => group.lines.push(l),
            None => groups.push((at, Group { id: 0, title, count: String::new(), lines: vec![l] })),
        }
    }
    if order != Order::Body {
        groups.sort_by(|a, b| a.0.cmp(&b.0));
    }
    let mut groups: Vec<Group> = groups.into_iter().map(|(_, g)| g).collect();
    for (id, group) in groups.iter_mut().enumerate() {
        group.id = id;
        group.count = page.t.todo_count(count(group.lines.len()));
    }
    groups
}
