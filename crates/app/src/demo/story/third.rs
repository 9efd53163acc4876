//! The dialogue to come: announced, its contents chosen from what burns, answers prepared.

use caunoi_domain::opinion::{item::Grounded, kind::Field};

use super::{
    meeting::{self, Plan, Topic, VAN_TRACH},
    stage::Stage,
};
use crate::{
    opinion::{
        edit_issue::EditIssue,
        group::{Group, Into},
    },
    refusal::Refusal,
};

/// Plays it.
pub(super) async fn play(s: &mut Stage) -> Result<(), Refusal> {
    for (key, days, hour) in [("nuoc-duc", 27, 7), ("nuoc-can", 26, 10), ("xuc-xa", 26, 14), ("mam-non", 24, 20)] {
        s.at(s.before(days), hour, 25);
        s.comes_in(key).await?;
    }
    s.at(s.before(23), 9, 0);
    let o = VAN_TRACH.clerk;
    let cloudy = s
        .takes_up(o, "nuoc-duc", "Nước máy đục, có mùi vào buổi sáng", Field::Water, Grounded::Grounded, "Đã lấy mẫu nước tại ba hộ.")
        .await?;
    let dregs = s
        .takes_up(o, "nuoc-can", "Nước sinh hoạt có cặn", Field::Water, Grounded::Grounded, "Cùng tuyến ống với các hộ đã lấy mẫu.")
        .await?;
    let flush = s
        .takes_up(
            o,
            "xuc-xa",
            "Đề nghị xúc xả đường ống nước thôn Mai Động",
            Field::Water,
            Grounded::Grounded,
            "Đường ống hai năm chưa xúc xả.",
        )
        .await?;
    let road = s
        .takes_up(
            o,
            "mam-non",
            "Đường bê tông nứt, đọng nước trước trường mầm non Đồng Vàng",
            Field::Roads,
            Grounded::Grounded,
            "Đoạn nứt dài khoảng 40 m.",
        )
        .await?;
    let into = Into::New { title: "Nước máy thôn Mai Động".to_owned(), field: Field::Water };
    let issue = s.act(o, Group { items: vec![cloudy, dregs, flush], into }).await?.issue;
    s.act(
        o,
        EditIssue {
            issue,
            title: "Nước máy thôn Mai Động".to_owned(),
            summary: "Nước đục, có cặn và mùi tanh ở cuối đường ống; đường ống hai năm chưa xúc xả.".to_owned(),
            field: Field::Water,
            hot: true,
            urgent: true,
            publish: true,
        },
    )
    .await?;
    let day = s.weekend(9);
    let plan = Plan {
        row: "third",
        title: "Đối thoại với Nhân dân các thôn Mai Động, Đồng Vàng",
        day,
        place: "Nhà văn hóa thôn Mai Động",
        audience: "Nhân dân các thôn Mai Động, Đồng Vàng",
        fields: &[Field::Water, Field::Roads],
    };
    let topics = [
        Topic {
            issue: Some(issue),
            item: None,
            title: "Nước sạch thôn Mai Động",
            reason: "Ba ý kiến trong một tuần, liên quan đến sức khỏe.",
            body: "kinhte.vantrach",
            answer: "Đơn vị cấp nước xúc xả toàn tuyến trong mười ngày; kết quả xét nghiệm công bố tại nhà văn hóa.",
            norm: "Hợp đồng cấp nước (ví dụ dựng ra)",
        },
        Topic {
            issue: None,
            item: Some(road),
            title: "Đường trước trường mầm non Đồng Vàng",
            reason: "Liên quan đến trẻ nhỏ, cần làm trước mùa mưa rét.",
            body: "kinhte.vantrach",
            answer: "",
            norm: "",
        },
    ];
    let dialogue = meeting::prepare(s, VAN_TRACH, &plan, [20, 13, 7], &topics).await?;
    meeting::announce(s, VAN_TRACH, dialogue, 4).await
}
