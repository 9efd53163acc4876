//! A link is opened: its token finds the village, and nothing else does. A wrong, an expired and a revoked one look alike.
//! Where the village was renamed or merged inside its commune, the link follows it; where it was divided or went to
//! another commune, the link says so, and the office hands out another.

use caunoi_domain::{
    people::actor::{Actor, VillageHead, head_of_village},
    unit::{Share, village::Change},
};
use caunoi_store::{
    Conn, Tx,
    village::{self, Became},
    village_link::{self, VillageLinkRow},
};

use super::make_link::token_hash;
use crate::{
    context::{App, Cx, Verb},
    people::sign_in::count_try,
    refusal::Refusal,
};

/// Wrong tokens from one address inside the window of [`count_try`].
const WRONG_OF_ADDRESS: i64 = 30;
/// What one link sends inside the window: proofs and opinions.
const SENT_OF_LINK: i64 = 60;
/// A link is marked as used at most so often, microseconds.
const TOUCH_US: i64 = 5 * 60 * 1_000_000;

/// Changes that a link follows at most.
const FOLLOWED: usize = 8;

/// An opened link.
#[derive(Clone, Debug)]
pub struct Entered {
    /// The link; its village is the one of today.
    pub link: VillageLinkRow,
    /// Ids of the villages that it was before: what was asked of them is still there to be done.
    pub former: Vec<String>,
    /// Who acts by it.
    pub actor: Actor,
}

impl Entered {
    /// Ids of the village and of those that it was before.
    #[must_use]
    pub fn villages(&self) -> Vec<&str> {
        std::iter::once(self.link.village_id.as_str()).chain(self.former.iter().map(String::as_str)).collect()
    }

    /// Who acts for one of these villages.
    #[must_use]
    pub fn actor_for(&self, village_id: &str) -> Actor {
        match &self.actor {
            Actor::Village(v) if self.former.iter().any(|f| f == village_id) => {
                Actor::Village(VillageHead { village_id: village_id.to_owned(), ..v.clone() })
            }
            other => other.clone(),
        }
    }
}

/// A village that a link cannot follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Over {
    /// Its name.
    pub village: String,
    /// Its last ISO day.
    pub last: String,
    /// What happened; `None` where only its end is known.
    pub change: Option<Change>,
    /// What it became: village and commune.
    pub into: Vec<(String, String)>,
    /// The resolution or decision.
    pub paper: String,
}

/// What a good token opens.
#[derive(Clone, Debug)]
pub enum Opened {
    /// The village's pages.
    Stands(Box<Entered>),
    /// What became of the village, and no more.
    Over(Over),
}

struct Touch(String);
impl Verb for Touch {
    type Done = ();
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        Ok(village_link::touch(tx, &self.0, cx.now_us).await?)
    }
}

/// Opens the link of a token that came from that address.
///
/// # Errors
/// [`Refusal::NotFound`] for a token that opens nothing; [`Refusal::TooMany`]; the store's failure.
pub async fn enter(app: &App, address: &str, token: &str) -> Result<Opened, Refusal> {
    let today = app.clock.today().to_string();
    let mut conn = app.store.read().await?;
    let found = village_link::open(&mut conn, token_hash(&app.keys, token), &today).await?;
    let Some(mut link) = found else {
        count_try(app, "village link from", address, WRONG_OF_ADDRESS).await?;
        return Err(Refusal::NotFound("village_link"));
    };
    let former = match link.village_to.clone().filter(|last| *last < today) {
        None => Vec::new(),
        Some(last) => match follow(&mut conn, &mut link, &today, last).await? {
            Ok(former) => former,
            Err(over) => return Ok(Opened::Over(over)),
        },
    };
    drop(conn);
    if link.used_at.is_none_or(|at| app.clock.now_us() - at > TOUCH_US) {
        app.carry_out(&Actor::System, Touch(link.id.clone())).await?;
    }
    let actor = Actor::Village(VillageHead {
        link_id: link.id.clone(),
        unit_id: link.unit_id.clone(),
        village_id: link.village_id.clone(),
        label: head_of_village(&link.village),
    });
    Ok(Opened::Stands(Box::new(Entered { link, former, actor })))
}

/// Brings the link to the village of today: through what went whole and stayed in its commune. Answers what it was before.
async fn follow(conn: &mut Conn<'_>, link: &mut VillageLinkRow, today: &str, last: String) -> Result<Result<Vec<String>, Over>, Refusal> {
    let (mut former, mut last) = (Vec::new(), last);
    while former.len() < FOLLOWED {
        let became = village::became(conn, &link.village_id).await?;
        let Some(next) = whole(&became) else { return Ok(Err(over(link, last, &became))) };
        let new = village::find(conn, &next.new_id).await?.ok_or(Refusal::NotFound("village"))?;
        if new.unit_id != link.unit_id {
            return Ok(Err(over(link, last, &became)));
        }
        former.push(std::mem::replace(&mut link.village_id, new.id));
        link.village = new.name;
        match new.valid_to.filter(|to| to.as_str() < today) {
            Some(to) => last = to,
            None => break,
        }
    }
    Ok(Ok(former))
}

/// The one village that another went into whole.
fn whole(became: &[Became]) -> Option<&Became> {
    match became {
        [one] if one.share == Share::Whole => Some(one),
        _ => None,
    }
}

fn over(link: &VillageLinkRow, last: String, became: &[Became]) -> Over {
    Over {
        village: link.village.clone(),
        last,
        change: became.first().map(|b| b.change),
        into: became.iter().map(|b| (b.new_name.clone(), b.new_unit.clone())).collect(),
        paper: became.first().map(|b| b.paper.clone()).unwrap_or_default(),
    }
}

/// Counts what a link sends, and refuses where it is too much.
///
/// # Errors
/// [`Refusal::TooMany`]; the store's failure.
pub async fn count_sent(app: &App, link: &VillageLinkRow) -> Result<(), Refusal> {
    count_try(app, "village link sends", &link.id, SENT_OF_LINK).await
}
