//! One round of the worker: takes the mails that are due, hands each over outside any transaction, and writes down what
//! became of it. A mail is marked as sent only after the mailer answers for it; a worker that dies in between leaves it
//! to the next one. While the server is down the time between tries grows to six hours and nothing is given up.

use caunoi_domain::{
    opinion::tracking_code::PublicId,
    people::{actor::Actor, email::Email},
};
use caunoi_store::{
    Tx,
    job::{self, Claimed},
    mail,
};

use super::{About, Mailer, Undelivered, Waiting, stop_token};
use crate::{
    context::{App, Cx, Verb},
    refusal::Refusal,
};

/// Mails of one round.
const ROUND: i64 = 20;
/// A worker that is not heard of for so long has lost its mails to the next one, microseconds.
const LEASE_US: i64 = 5 * 60 * 1_000_000;
/// The first and the longest time between two tries, microseconds.
const FIRST_US: i64 = 60 * 1_000_000;
const LONGEST_US: i64 = 6 * 3_600 * 1_000_000;
/// Bytes of an error that are kept.
const ERROR_MAX: usize = 200;

/// What a round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Handed over.
    pub sent: usize,
    /// No longer wanted.
    pub dropped: usize,
    /// To be tried again.
    pub later: usize,
    /// Refused for good.
    pub refused: usize,
}

impl Done {
    /// How many mails the round took.
    #[must_use]
    pub const fn taken(self) -> usize {
        self.sent + self.dropped + self.later + self.refused
    }
}

struct Claim;
impl Verb for Claim {
    type Done = Vec<Claimed>;
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Vec<Claimed>, Refusal> {
        Ok(job::claim(tx, "mail", cx.now_us, cx.now_us + LEASE_US, ROUND).await?)
    }
}

enum End {
    Sent,
    Later { at: i64, why: String },
    Never { why: String },
}
struct Finish(String, End);
impl Verb for Finish {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        match &self.1 {
            End::Sent => job::done(tx, &self.0, cx.now_us).await?,
            End::Later { at, why } => job::later(tx, &self.0, *at, why).await?,
            End::Never { why } => job::give_up(tx, &self.0, cx.now_us, why).await?,
        }
        Ok(())
    }
}

/// The time until the next try after so many: a minute, then double each time, up to six hours.
#[must_use]
pub fn backoff_us(tries: i64) -> i64 {
    let doubled = u32::try_from(tries).ok().and_then(|n| FIRST_US.checked_shl(n.min(20))).unwrap_or(LONGEST_US);
    doubled.clamp(FIRST_US, LONGEST_US)
}

/// One round.
///
/// # Errors
/// The store's failure: what was taken is taken again later.
pub async fn run_due(app: &App, mailer: &dyn Mailer) -> Result<Done, Refusal> {
    let mut done = Done::default();
    for job in app.carry_out(&Actor::System, Claim).await? {
        let end = match waiting(app, &job).await? {
            None => {
                done.dropped += 1;
                End::Sent
            }
            Some(mail) => match mailer.send(&mail).await {
                Ok(()) => {
                    done.sent += 1;
                    End::Sent
                }
                Err(Undelivered::Later(why)) => {
                    done.later += 1;
                    End::Later { at: app.clock.now_us() + backoff_us(job.tries), why: short(&why) }
                }
                Err(Undelivered::Never(why)) => {
                    done.refused += 1;
                    End::Never { why: short(&why) }
                }
            },
        };
        app.carry_out(&Actor::System, Finish(job.id, end)).await?;
    }
    Ok(done)
}

/// The mail of a job; absent where it is no longer wanted, or its address is none.
async fn waiting(app: &App, job: &Claimed) -> Result<Option<Waiting>, Refusal> {
    let mut conn = app.store.read().await?;
    let (address, about) = if job.kind == mail::TO_OFFICER {
        let Some(m) = mail::to_officer(&mut conn, &job.payload).await? else { return Ok(None) };
        let path = match (m.task, m.escalation, m.reminder) {
            (Some(id), ..) => format!("/nhiem-vu/{}", PublicId::from_i64(id)),
            (None, Some(id), _) => format!("/cap-tren/{}", PublicId::from_i64(id)),
            (None, None, Some(id)) => format!("/thong-bao/nhac/{}", PublicId::from_i64(id)),
            (None, None, None) => "/thong-bao".to_owned(),
        };
        (m.address, About::Work { path })
    } else {
        let Some((address, opinion)) = mail::to_person(&mut conn, &job.payload).await? else { return Ok(None) };
        (address, About::Opinion { stop: format!("/theo-doi/thoi-nhan-thu/{}", stop_token(&app.keys, opinion)) })
    };
    Ok(Email::parse(&address).map(|to| Waiting { id: job.id.clone(), to, about }))
}

fn short(why: &str) -> String {
    why.chars().filter(|c| !c.is_control()).take(ERROR_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_between_tries_grows_and_has_an_end() {
        assert_eq!(backoff_us(0), FIRST_US);
        assert_eq!(backoff_us(1), 2 * FIRST_US);
        assert_eq!(backoff_us(3), 8 * FIRST_US);
        assert_eq!(backoff_us(9), LONGEST_US);
        assert_eq!(backoff_us(1_000_000), LONGEST_US);
    }
}
