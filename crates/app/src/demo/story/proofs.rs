//! What was made public of a dialogue, and where: proofs given by the office, but for the places that are left out.

use caunoi_domain::publishing::{
    matter::ANNOUNCEMENT,
    proof::{ProofForm, ProofWay},
};
use caunoi_store::{dialogue, publication_proof};
use jiff::civil::Date;

use super::{meeting::Office, stage::Stage};
use crate::{
    publishing::{EndPosting, GiveProof, Given},
    refusal::Refusal,
};

/// Gives every proof of a dialogue that is missing on that day, but for villages whose name is left out; postings
/// before `ended` have ended then.
pub(super) async fn give(s: &Stage, o: Office, public_id: i64, on: Date, left_out: &[&str], ended: Option<Date>) -> Result<(), Refusal> {
    let mut conn = s.app().store.read().await?;
    let d = dialogue::find_public(&mut conn, public_id).await?.ok_or(Refusal::NotFound("dialogue"))?;
    let all = publication_proof::of_dialogue(&mut conn, &d.id).await?;
    drop(conn);
    s.at(on, 16, 30);
    for (of, p) in all.into_iter().filter(|(_, p)| p.at.is_none() && !left_out.contains(&p.village.as_str())) {
        let (place, who, paper) = match (p.way, of.matter.as_str()) {
            (ProofWay::Media, ANNOUNCEMENT) => {
                ("Loa truyền thanh xã, buổi 17 giờ".to_owned(), "Văn phòng HĐND và UBND xã", "Bản tin truyền thanh")
            }
            (ProofWay::Media, _) => (
                "Loa truyền thanh xã, buổi 17 giờ; Trang thông tin điện tử xã".to_owned(),
                "Văn phòng HĐND và UBND xã",
                "Bản tin truyền thanh",
            ),
            (ProofWay::Posted, _) => ("Bảng tin trụ sở UBND xã".to_owned(), "Văn phòng HĐND và UBND xã", "Biên bản niêm yết"),
            (ProofWay::Village, _) => ("Bảng tin nhà văn hóa thôn".to_owned(), "Trưởng thôn", "Biên bản niêm yết"),
        };
        let form = ProofForm { from_on: on, to_on: ended, place, who: who.to_owned(), paper: paper.to_owned() };
        s.act(o.clerk, GiveProof { proof: p.public_id, given: Given::Form(form), files: Vec::new() }).await?;
        if let Some(end) = ended.filter(|_| p.way.is_posted()) {
            s.at(end, 16, 0);
            s.act(o.clerk, EndPosting { proof: p.public_id, on: end }).await?;
            s.at(on, 16, 30);
        }
    }
    Ok(())
}
