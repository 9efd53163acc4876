//! The desk of a signed-in officer: who, with which form token, and what the navigation shows them.

use axum::{extract::FromRequestParts, http::request::Parts};
use axum_extra::extract::CookieJar;
use caunoi_app::people::sign_in;
use caunoi_domain::people::{
    actor::{Actor, Officer, Role},
    policy::{self, Action, Scope},
};
use caunoi_domain::unit::Level;

use super::{Page, fault::Fault};
use crate::Web;

/// Name of the session's cookie.
pub const COOKIE: &str = "phien";

/// What the frame of a staff page needs.
#[derive(Clone, Debug)]
pub struct DeskFrame {
    /// The unit's name.
    pub unit_name: String,
    /// The unit's code.
    pub unit_code: String,
    /// The unit's level.
    pub level: Level,
    /// The officer.
    pub officer: Officer,
    /// Token that every form of the session carries.
    pub csrf: String,
    /// How many roles of the account are in force: with several the officer may go on in another.
    pub roles: i64,
    /// News that the officer has not seen.
    pub unseen: i64,
}

impl DeskFrame {
    /// May this officer do this in their own unit? The same policy as verbs ask.
    #[must_use]
    pub fn may(&self, action: Action) -> bool {
        policy::may(&Actor::Officer(self.officer.clone()), action, Scope::unit(&self.officer.unit_id))
    }

    /// Where this officer begins.
    #[must_use]
    pub fn home(&self) -> &'static str {
        home(&self.officer)
    }

    /// True for that role.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.officer.role == role
    }
}

/// The first page of an officer: a head's own year and what waits for a yes; the administrator's overview; for all others
/// what is due.
#[must_use]
pub fn home(o: &Officer) -> &'static str {
    match o.role {
        Role::Admin => "/quan-tri",
        Role::Head if o.post_id.is_some() => "/nguoi-dung-dau",
        _ => "/cong-viec",
    }
}

/// A signed-in officer and the frame of the page. Handlers of staff pages take it; without a session the reader is
/// sent to sign in.
pub struct Desk {
    /// Who acts.
    pub actor: Actor,
    /// The officer.
    pub officer: Officer,
    /// The frame.
    pub page: Page,
    /// The password is a one-time one: only the page that changes it is shown.
    pub must_change: bool,
    csrf: String,
}

impl Desk {
    /// The session's token, for the forms of a page.
    #[must_use]
    pub fn csrf(&self) -> &str {
        &self.csrf
    }

    /// Refuses a form that does not carry the session's token.
    ///
    /// # Errors
    /// [`Fault::Foreign`].
    pub fn check(&self, token: &str) -> Result<(), Fault> {
        use subtle::ConstantTimeEq as _;
        if bool::from(self.csrf.as_bytes().ct_eq(token.as_bytes())) { Ok(()) } else { Err(Fault::Foreign) }
    }

    /// Refuses (as "not found") where the policy does not allow the action in the officer's own unit.
    ///
    /// # Errors
    /// [`Fault::NotFound`].
    pub fn allow(&self, action: Action) -> Result<(), Fault> {
        if policy::may(&self.actor, action, Scope::unit(&self.officer.unit_id)) { Ok(()) } else { Err(Fault::NotFound) }
    }
}

impl FromRequestParts<Web> for Desk {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Fault> {
        let jar = CookieJar::from_headers(&parts.headers);
        let token = jar.get(COOKIE).map(|c| c.value().to_owned()).ok_or(Fault::SignIn)?;
        let found = sign_in::signed_in(&web.app, &token).await?.ok_or(Fault::SignIn)?;
        if found.must_change && !matches!(parts.uri.path(), "/doi-mat-khau" | "/dang-xuat") {
            return Err(Fault::ChangePassword);
        }
        let Ok(mut page) = Page::from_request_parts(parts, web).await;
        page.desk = Some(DeskFrame {
            unit_name: found.unit_name,
            unit_code: found.unit_code,
            level: found.unit_level,
            officer: found.officer.clone(),
            csrf: found.csrf.clone(),
            roles: found.roles,
            unseen: found.unseen,
        });
        Ok(Self {
            actor: Actor::Officer(found.officer.clone()),
            officer: found.officer,
            page,
            must_change: found.must_change,
            csrf: found.csrf,
        })
    }
}
