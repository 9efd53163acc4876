//! Bodies, posts, accounts, roles and sessions.

/// A grant `g` is in force on a day: begun, not over, and its tenure with it: a head's role ends with the tenure, and whoever
/// acts has the role only while nobody holds the post or the holder is on leave (S0.2, P17).
macro_rules! in_force {
    ($day:literal) => {
        concat!(
            "(g.from_on <= ", $day, " AND (g.to_on IS NULL OR g.to_on >= ", $day, ") AND (g.tenure_id = '' OR EXISTS (SELECT 1 FROM tenure t \
             WHERE t.id = g.tenure_id AND t.void_at IS NULL AND t.from_on <= ", $day, " AND (t.to_on IS NULL OR t.to_on >= ", $day, ") \
             AND (t.acting = 0 OR NOT EXISTS (SELECT 1 FROM tenure h WHERE h.post_id = t.post_id AND h.acting = 0 AND h.void_at IS NULL \
             AND h.from_on <= ", $day, " AND (h.to_on IS NULL OR h.to_on >= ", $day, ") AND NOT EXISTS (SELECT 1 FROM tenure_leave l \
             WHERE l.tenure_id = h.id AND l.void_at IS NULL AND l.from_on <= ", $day, " AND (l.to_on IS NULL OR l.to_on >= ", $day, ")))))))"
        )
    };
}

pub mod account;
pub mod body;
pub mod session;
pub mod tries;

pub use account::{
    Account, AccountLine, GrantRow, Holding, account, accounts, add_account, credentials, grant, has_other_administrators, holds, home_of,
    nobody, officer, roles_of, set_password,
};
pub use body::{
    BodyRow, PostRow, bodies, bodies_look, bodies_named, bodies_named_look, bodies_on, body, posts, posts_look, put_body, put_post,
};
pub use session::{SignedIn, close_session, close_sessions_of, open_session, signed_in, switch_role, touch_session};
pub use tries::{count_try, forget_tries, prune_tries, tries};
