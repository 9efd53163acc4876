//! Who acts in the office of each invented commune, and of the city's invented roles.

use crate::demo::world;

/// The people of one office.
#[derive(Clone, Copy)]
pub(in crate::demo) struct Office {
    /// The unit's code.
    pub code: &'static str,
    /// Login of the clerk who does the papers.
    pub clerk: &'static str,
    /// Login of who checks minutes and notices.
    pub chief: &'static str,
    /// Login of the head who signs the notice.
    pub chair: &'static str,
    /// Their name.
    pub chair_name: &'static str,
    /// Their post, as papers say it.
    pub chair_post: &'static str,
    /// Key of the body that issues the notice.
    pub notice_of: &'static str,
    /// Who writes the minutes.
    pub minutes_by: &'static str,
    /// Keys of the posts that chair, with their holders.
    pub chairs: &'static [(&'static str, &'static str)],
    /// Who stands for the Thường trực HĐND where it co-chairs; empty where there is none.
    pub council: &'static str,
    /// Bodies that work for the office: key and login.
    pub bodies: &'static [(&'static str, &'static str)],
}

impl Office {
    /// Login of a body; the clerk's where the body has none.
    pub fn login_of(&self, body: &str) -> &'static str {
        self.bodies.iter().find(|(key, _)| *key == body).map_or(self.clerk, |(_, login)| login)
    }

    /// Ids of the posts that chair.
    pub fn posts(&self) -> Vec<String> {
        self.chairs.iter().map(|(post, _)| world::post(self.code, post)).collect()
    }

    /// What the unit is called inside a sentence.
    pub fn unit_word(&self) -> &'static str {
        match self.code {
            world::DONG_LAM => "phường",
            world::CITY => "thành phố",
            _ => "xã",
        }
    }

    /// The office by name.
    pub fn office_name(&self) -> &'static str {
        match self.code {
            world::DONG_LAM => "Văn phòng HĐND và UBND phường",
            world::CITY => "Văn phòng UBND thành phố (vai trình diễn)",
            _ => "Văn phòng HĐND và UBND xã",
        }
    }

    /// Where villages post.
    pub fn board(&self) -> &'static str {
        if self.code == world::DONG_LAM { "Bảng tin nhà sinh hoạt cộng đồng" } else { "Bảng tin nhà văn hóa thôn" }
    }

    /// Posts and persons who preside over a statutory dialogue: the chairs and the Thường trực HĐND.
    pub fn statutory(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.chairs.iter().copied().chain((!self.council.is_empty()).then_some(("tt-hdnd", self.council)))
    }

    /// Who is present beside the people.
    pub fn present(&self) -> &'static str {
        match self.code {
            world::DONG_LAM => {
                "Đảng ủy, Thường trực HĐND, UBND, Ủy ban MTTQ Việt Nam phường; các phòng, Công an phường; tổ trưởng các tổ dân phố."
            }
            world::CITY => "Sở Xây dựng (vai trình diễn); Đảng ủy, HĐND, UBND, Ủy ban MTTQ Việt Nam nơi tổ chức.",
            _ => "Đảng ủy, Thường trực HĐND, UBND, Ủy ban MTTQ Việt Nam xã; các phòng, Công an xã; trưởng các thôn.",
        }
    }
}

/// Xã Vân Trạch.
pub(in crate::demo) const VAN_TRACH: Office = Office {
    code: world::VAN_TRACH,
    clerk: "vanthu.vantrach",
    chief: "chanhvp.vantrach",
    chair: "chutich.vantrach",
    chair_name: "Nguyễn Thị Hạnh",
    chair_post: "Chủ tịch UBND xã",
    notice_of: "ubnd",
    minutes_by: "Lương Thị Mai",
    chairs: &[("bi-thu", "Phạm Văn Thịnh"), ("chu-tich", "Nguyễn Thị Hạnh")],
    council: "Vũ Đình Kha",
    bodies: &[
        ("phong-kinh-te", "kinhte.vantrach"),
        ("phong-van-xa", "vanxa.vantrach"),
        ("cong-an", "congan.vantrach"),
        ("hanh-chinh-cong", "hcc.vantrach"),
    ],
};

/// Phường Đông Lãm.
pub(in crate::demo) const DONG_LAM: Office = Office {
    code: world::DONG_LAM,
    clerk: "vanthu.donglam",
    chief: "vanthu.donglam",
    chair: "chutich.donglam",
    chair_name: "Đinh Công Sơn",
    chair_post: "Chủ tịch UBND phường",
    notice_of: "ubnd",
    minutes_by: "Phan Thu Hà",
    chairs: &[("bi-thu", "Tạ Thị Nhung"), ("chu-tich", "Đinh Công Sơn")],
    council: "Phùng Bá Lộc",
    bodies: &[
        ("phong-kinh-te", "kinhte.donglam"),
        ("phong-van-xa", "vanxa.donglam"),
        ("cong-an", "congan.donglam"),
        ("hanh-chinh-cong", "hcc.donglam"),
    ],
};

/// The city's invented roles.
pub(in crate::demo) const CITY: Office = Office {
    code: world::CITY,
    clerk: "vanphong.thanhpho",
    chief: "vanphong.thanhpho",
    chair: "giamdoc.soxaydung",
    chair_name: "Lại Văn Hiếu",
    chair_post: "Giám đốc Sở Xây dựng (vai trình diễn)",
    notice_of: "so-xay-dung",
    minutes_by: "Dương Hải Yến",
    chairs: &[("giam-doc-sxd", "Lại Văn Hiếu")],
    council: "",
    bodies: &[("so-xay-dung", "giamdoc.soxaydung")],
};

/// The office of a unit's code.
pub(in crate::demo) fn of(code: &str) -> Office {
    match code {
        world::DONG_LAM => DONG_LAM,
        world::CITY => CITY,
        _ => VAN_TRACH,
    }
}
