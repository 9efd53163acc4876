//! What the communes did under the rules: reception days and reports, recorded with their day. One commune keeps its book,
//! the other is behind, so that the superior's table has something to show.

use caunoi_domain::regulation::{
    clause::ReportPeriod,
    entry::{EntryWord, NewEntry},
};
use jiff::{Span, civil::Date};

use super::{oversight::RECEIVERS, stage::Stage};
use crate::{
    demo::world::{self, DONG_LAM, VAN_TRACH},
    duty::record_entry::RecordEntry,
    refusal::Refusal,
};

/// Plays the entries of the year so far.
pub(super) async fn play(s: &Stage) -> Result<(), Refusal> {
    let today = s.after(0);
    s.at(today, 9, 30);
    let first = Date::new(today.year(), 1, 2).map_err(|e| Refusal::Broken(e.to_string()))?;
    for (commune, clerk, weeks) in [(VAN_TRACH, "vanthu.vantrach", 1), (DONG_LAM, "vanthu.donglam", 3)] {
        let mut day = first;
        while day < today {
            reception(s, commune, clerk, "chu-tich", day).await?;
            day = day.saturating_add(Span::new().weeks(weeks));
        }
        for month in 1..today.month() {
            let (early, late) = (Date::new(today.year(), month, 10), Date::new(today.year(), month, 24));
            let days: Vec<Date> = early.into_iter().chain(late).collect();
            let held = if commune == VAN_TRACH { 2 } else { 1 };
            for day in days.iter().take(held) {
                reception(s, commune, clerk, "bi-thu", *day).await?;
            }
            if commune == VAN_TRACH || month % 2 == 0 {
                report(s, commune, clerk, Date::new(today.year(), month, 1).map_err(|e| Refusal::Broken(e.to_string()))?.last_of_month())
                    .await?;
            }
        }
    }
    Ok(())
}

async fn reception(s: &Stage, commune: &str, clerk: &str, post: &str, on: Date) -> Result<(), Refusal> {
    let entry = NewEntry {
        kind: EntryWord::Reception,
        post_id: world::post(commune, post),
        on,
        period: None,
        to: None,
        percent: None,
        subject: String::new(),
        who: String::new(),
        by: None,
        paper: String::new(),
        receivers: String::new(),
        note: String::new(),
    };
    s.act(clerk, RecordEntry { unit_id: world::unit(commune), entry }).await?;
    Ok(())
}

/// The report of a month, sent on the fifth day after it, and no later than today.
async fn report(s: &Stage, commune: &str, clerk: &str, to: Date) -> Result<(), Refusal> {
    let on = to.saturating_add(Span::new().days(5)).min(s.after(0));
    // The other commune forgot one receiver in the half year's last month.
    let forgot = commune == DONG_LAM && to.month() == 6;
    let sent: Vec<&str> = RECEIVERS.into_iter().skip(usize::from(forgot)).collect();
    let entry = NewEntry {
        kind: EntryWord::Report,
        post_id: world::post(commune, "bi-thu"),
        on,
        period: Some(ReportPeriod::Month),
        to: Some(to),
        percent: None,
        subject: String::new(),
        who: "Văn phòng Đảng ủy (dựng ra)".to_owned(),
        by: None,
        paper: format!("{:02}-BC/ĐU", to.month()),
        receivers: sent.join("; "),
        note: String::new(),
    };
    s.act(clerk, RecordEntry { unit_id: world::unit(commune), entry }).await?;
    Ok(())
}
