//! What a handler answers when it cannot do what was asked: a page that says what to do, never what is hidden.

use askama::Template;
use axum::response::{IntoResponse, Response};
use caunoi_app::Refusal;
use caunoi_domain::problem::{Problem, What};
use caunoi_store::StoreError;
use http::{HeaderValue, StatusCode, header};

use super::{Page, problems};

/// A page that is not the one asked for.
#[derive(Clone, Debug)]
pub enum Fault {
    /// There is nothing here, or nothing that this reader may know of: both look alike.
    NotFound,
    /// Nobody is signed in.
    SignIn,
    /// A one-time password has to be changed before anything else.
    ChangePassword,
    /// A form from another site, or without the session's token.
    Foreign,
    /// What was asked cannot be done: with the reasons.
    Refused(Vec<Problem>),
    /// Too many tries; seconds until the next.
    TooMany(i64),
    /// What was sent cannot be read: a form without a part of it, an address that is cut off.
    Unread,
    /// More was sent than is taken at once.
    TooLarge,
    /// Database or disk take nothing just now; nothing was kept, and the same form can be sent again.
    Later,
    /// The program failed; nothing was kept.
    Broken,
}

impl From<Refusal> for Fault {
    fn from(r: Refusal) -> Self {
        match r {
            Refusal::NotAllowed(action) => {
                tracing::info!(%action, "refused by the policy");
                Self::NotFound
            }
            Refusal::NotFound(_) => Self::NotFound,
            Refusal::Invalid(problems) => Self::Refused(problems),
            Refusal::TooMany(seconds) => Self::TooMany(seconds),
            Refusal::Store(e) => e.into(),
            Refusal::Broken(why) => {
                tracing::error!(%why, "a verb failed");
                Self::Broken
            }
        }
    }
}

impl From<StoreError> for Fault {
    fn from(e: StoreError) -> Self {
        tracing::error!(error = %e, "the store failed");
        if e.is_of_the_moment() { Self::Later } else { Self::Broken }
    }
}

/// Seconds after which a form that could not be kept may be sent again.
pub const AGAIN_S: i64 = 30;

impl Fault {
    /// The reader has something else to do first: sign in, or change a one-time password.
    #[must_use]
    pub const fn leads_on(&self) -> bool {
        matches!(self, Self::SignIn | Self::ChangePassword)
    }

    /// What was typed is shown again. Of what is never kept, a denunciation or a paper marked Mật, not even the page keeps it.
    #[must_use]
    pub fn shows_typed(&self) -> bool {
        !matches!(self, Self::Refused(all) if all.iter().any(|p| matches!(p.what, What::NeverKept | What::StateSecret)))
    }

    /// The session can be asked who reads it: neither did it end, nor does the database fail.
    #[must_use]
    pub const fn knows_reader(&self) -> bool {
        !matches!(self, Self::SignIn | Self::ChangePassword | Self::Later | Self::Broken)
    }

    const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignIn | Self::ChangePassword => StatusCode::SEE_OTHER,
            Self::Foreign => StatusCode::FORBIDDEN,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Unread => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Later => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        let elsewhere = match self {
            Self::SignIn => Some("/dang-nhap"),
            Self::ChangePassword => Some("/doi-mat-khau"),
            _ => None,
        };
        if let Some(to) = elsewhere {
            response.headers_mut().insert(header::LOCATION, HeaderValue::from_static(to));
            response.extensions_mut().insert(self);
            return response;
        }
        let wait = match self {
            Self::TooMany(seconds) => Some(seconds.max(1)),
            Self::Later => Some(AGAIN_S),
            _ => None,
        };
        if let Some(seconds) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// The page of a fault.
#[derive(Template)]
#[template(path = "fault.html")]
pub struct FaultPage {
    page: Page,
    title: String,
    text: String,
    reasons: Vec<String>,
    /// What was typed.
    typed: Vec<String>,
    /// The reader signs in first.
    sign_in: bool,
}

impl FaultPage {
    /// With what was typed.
    #[must_use]
    pub fn with_typed(self, typed: Vec<String>) -> Self {
        Self { typed, ..self }
    }

    /// Of who only read: nothing was sent that could be lost.
    #[must_use]
    pub fn while_reading(self, fault: &Fault) -> Self {
        let text = matches!(fault, Fault::Later | Fault::Broken).then(|| self.page.t.fault_reading_text());
        Self { text: text.unwrap_or(self.text), ..self }
    }

    /// In the reader's language.
    #[must_use]
    pub fn new(page: Page, fault: &Fault) -> Self {
        let t = page.t;
        let (title, text) = match fault {
            Fault::SignIn | Fault::ChangePassword => (t.fault_sign_in_title(), t.fault_sign_in_text()),
            Fault::NotFound if page.at("/thon") => (t.vhead_none_title(), t.vhead_none_text()),
            Fault::NotFound if page.desk.is_some() => (t.fault_not_found_title(), t.fault_not_found_work()),
            Fault::NotFound => (t.fault_not_found_title(), t.fault_not_found_text()),
            Fault::Foreign => (t.fault_foreign_title(), t.fault_foreign_text()),
            Fault::Refused(_) => (t.fault_refused_title(), t.fault_refused_text()),
            Fault::TooMany(seconds) => (t.fault_too_many_title(), t.fault_too_many_text((*seconds + 59) / 60)),
            Fault::Unread => (t.fault_unread_title(), t.fault_unread_text()),
            Fault::TooLarge => (t.fault_too_large_title(), t.fault_too_large_text()),
            Fault::Later => (t.fault_later_title(), t.fault_later_text()),
            Fault::Broken => (t.fault_broken_title(), t.fault_broken_text()),
        };
        let reasons = match fault {
            Fault::Refused(all) => all.iter().map(|p| problems::say(t, p)).collect(),
            _ => Vec::new(),
        };
        let sign_in = fault.leads_on();
        Self { page, title, text, reasons, typed: Vec::new(), sign_in }
    }

    /// Where the reader goes on: officers to their work, everybody else to the first page.
    fn home(&self) -> &'static str {
        match &self.page.desk {
            Some(desk) => desk.home(),
            None if is_work(&self.page.path) => "/cong-viec",
            None => "/",
        }
    }
}

/// True for an address of officers.
#[must_use]
pub fn is_work(path: &str) -> bool {
    const WORK: [&str; 6] = ["/cong-viec", "/nhiem-vu", "/cap-tren", "/nguoi-dung-dau", "/quan-tri", "/thong-bao/nhac"];
    let at = |prefix: &str| path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    // `/thong-bao` is an officer's news; below it stand the notices that everybody reads.
    let news = ["/thong-bao", "/thong-bao/da-doc", "/thong-bao/thu-dien-tu"].contains(&path);
    (news || WORK.iter().any(|w| at(w))) && !at("/nhiem-vu/lien-ket")
}

/// The problems inside a refusal, so that a form can show them beside what was typed: what is wrong with it, or that it
/// cannot be kept just now. Other refusals stay faults.
///
/// # Errors
/// The fault, where the refusal is not about what was typed.
pub fn problems_of(refusal: Refusal) -> Result<Vec<Problem>, Fault> {
    match refusal {
        Refusal::Invalid(problems) if !problems.iter().all(|p| matches!(p.what, What::NotNow { .. })) => Ok(problems),
        other => match other.into() {
            Fault::Later => Ok(vec![Problem::new("", What::NotKept)]),
            fault => Err(fault),
        },
    }
}
