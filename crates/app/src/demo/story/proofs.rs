//! What was made public of a dialogue, and where: proofs given by the office, but for the places that are left out.

use caunoi_domain::publishing::{
    matter::ANNOUNCEMENT,
    proof::{ProofForm, ProofWay},
};
use caunoi_store::{dialogue, publication, publication_proof};
use jiff::civil::Date;

use super::{meeting::Office, stage::Stage};
use crate::{
    publishing::{EndPosting, GiveProof, Given},
    refusal::Refusal,
};

/// Gives every proof of a dialogue that is missing on that day, but for villages whose name is left out; postings
/// before `ended` have ended then. Every second village says it by its own phone link.
pub(in crate::demo) async fn give(
    s: &mut Stage,
    o: Office,
    public_id: i64,
    on: Date,
    left_out: &[&str],
    ended: Option<Date>,
) -> Result<(), Refusal> {
    let mut conn = s.app().store.read().await?;
    let d = dialogue::find_public(&mut conn, public_id).await?.ok_or(Refusal::NotFound("dialogue"))?;
    let all = publication_proof::of_dialogue(&mut conn, &d.id).await?;
    drop(conn);
    s.at(on, 16, 30);
    for (n, (of, p)) in all.into_iter().filter(|(_, p)| p.at.is_none() && !left_out.contains(&p.village.as_str())).enumerate() {
        match p.village_id.filter(|_| n % 2 == 0) {
            Some(village) => {
                let head = s.head_of_village(o.code, &village).await?;
                let given = Given::Tapped { place: o.board().to_owned() };
                s.app().carry_out(&head, GiveProof { proof: p.public_id, given, files: Vec::new() }).await?;
            }
            None => {
                let (place, who, paper) = words(o, p.way, of.matter == ANNOUNCEMENT);
                let form = ProofForm { from_on: on, to_on: ended, place, who: who.to_owned(), paper: paper.to_owned() };
                s.act(o.clerk, GiveProof { proof: p.public_id, given: Given::Form(form), files: Vec::new() }).await?;
            }
        }
        if let Some(end) = ended.filter(|_| p.way.is_posted()) {
            s.at(end, 16, 0);
            s.act(o.clerk, EndPosting { proof: p.public_id, on: end }).await?;
            s.at(on, 16, 30);
        }
    }
    Ok(())
}

/// Gives every proof of a publication beside the dialogues.
pub(super) async fn give_beside(s: &Stage, o: Office, public_id: i64, on: Date) -> Result<(), Refusal> {
    let mut conn = s.app().store.read().await?;
    let of = publication::find_public(&mut conn, public_id).await?.ok_or(Refusal::NotFound("publication"))?;
    let all = publication_proof::of(&mut conn, &of.id).await?;
    drop(conn);
    s.at(on, 16, 40);
    for p in all {
        let (place, who, paper) = words(o, p.way, false);
        let form = ProofForm { from_on: on, to_on: None, place, who: who.to_owned(), paper: paper.to_owned() };
        s.act(o.clerk, GiveProof { proof: p.public_id, given: Given::Form(form), files: Vec::new() }).await?;
    }
    Ok(())
}

/// Where, who and by which paper.
fn words(o: Office, way: ProofWay, announced: bool) -> (String, &'static str, &'static str) {
    let unit = o.unit_word();
    match way {
        ProofWay::Media => {
            let site = if announced { String::new() } else { format!("; Trang thông tin điện tử {unit}") };
            (format!("Loa truyền thanh {unit}, buổi 17 giờ{site}"), o.office_name(), "Bản tin truyền thanh")
        }
        ProofWay::Posted => (format!("Bảng tin trụ sở UBND {unit}"), o.office_name(), "Biên bản niêm yết"),
        ProofWay::Village => (o.board().to_owned(), if unit == "xã" { "Trưởng thôn" } else { "Tổ trưởng" }, "Biên bản niêm yết"),
    }
}
