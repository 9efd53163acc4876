//! What public pages read. Only published, announced and issued texts are selected here, and no column that holds a
//! person: the private text of an item and who handed it in cannot reach a public page by any function of this folder.

pub mod commune;
pub mod conclusion;
pub mod dialogue;
pub mod item;
pub mod levels;
pub mod place;
pub mod province;
pub mod site;
pub mod thread;
pub mod unit;
pub mod village;

/// An item of which everybody may read: its edited text is published and it was not sealed since.
#[macro_export]
macro_rules! published {
    () => {
        "i.publication = 'published' AND i.standing <> 'sealed'"
    };
}

/// Nobody has answered for it yet and somebody still has to.
#[macro_export]
macro_rules! open_item {
    () => {
        "i.resolved_at IS NULL AND i.standing NOT IN ('agreed', 'further_path', 'ended', 'sealed')"
    };
}

/// The columns of an item as everybody may read it ([`crate::public::item::ItemLine`]).
#[macro_export]
macro_rules! item_columns {
    () => {
        "i.public_id, i.published_title, i.kind, i.field, i.standing, i.next_actor, i.next_code, i.next_due_on, i.due_basis, i.resolved_at, i.updated_at, \
         (SELECT v.name FROM village v WHERE v.id = i.village_id) AS village"
    };
}
