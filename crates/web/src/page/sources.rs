//! Where a line of the register of regulations was read: the short codes of its data, as readers see them.

use super::l10n::L10nLanguage;

/// A line's sources, each by its name; what is not a code is shown as it was written.
#[must_use]
pub fn named(t: &L10nLanguage, codes: &str) -> String {
    codes.split("; ").map(|code| one(t, code)).collect::<Vec<_>>().join("; ")
}

fn one(t: &L10nLanguage, code: &str) -> String {
    match (code, page(code), seed(code)) {
        ("GK", ..) => t.rule_source_unread(),
        (_, Some(name), _) => name.to_owned(),
        (_, _, Some(name)) => t.unit_source_seed(name),
        _ => code.to_owned(),
    }
}

/// A document that was given at the beginning.
fn seed(code: &str) -> Option<&'static str> {
    Some(match code {
        "S0" => "Thái Bình 2024",
        "S1" => "Kim Thành 2022",
        "S2" => "Bình Dương 2018",
        "S3" => "Hòa Bình 2021",
        "S4" => "Hải Dương 2023",
        _ => return None,
    })
}

/// A public page: its site, with the number of the page where it has one.
fn page(code: &str) -> Option<&'static str> {
    Some(match code {
        "U1" => "vietnam.vn (daibieunhandan.vn 10394580)",
        "U2" => "sổ tay dân vận, dẫn 784-QĐ/TU",
        "U3" | "U52" => "hướng dẫn thể thức văn bản của Đảng",
        "U4" => "mô tả phần mềm quản lý văn bản, CTUMP",
        "U5" => "kienthuc.net.vn 1591204",
        "U6" => "thanhnien.vn 185260105102550429",
        "U7" => "cungtimhieu.com, mục tố cáo",
        "U8" => "ldld.quangbinh.gov.vn 507",
        "U9" => "husta.vn, quán triệt 217, 218",
        "U10" => "thuvienphapluat.vn 22971",
        "U11" => "baothanhhoa.vn 270118",
        "U12" => "nld.com.vn 196251128154421048",
        "U13" => "vietnam.vn, trách nhiệm của người đứng đầu",
        "U14" => "hamthuanbac.binhthuan.dcs.vn 98441",
        "U15" => "news.laodong.vn 1476859",
        "U16" => "chiminh.haiphong.gov.vn 802457",
        "U18" => "daidoanket.vn 419070",
        "U19" => "vietnam.vn, Hà Nội 2023",
        "U20" => "vietnam.vn, Phú Thọ",
        "U21" => "baolangson.vn 29415",
        "U22" => "nghean.dcs.vn 315009",
        "U23" => "xaydungdang.org.vn 10983",
        "U24" => "news.laodong.vn 1478312",
        "U27" => "mt.gov.vn 58008",
        "U28" => "giahanh.hatinh.gov.vn, kế hoạch 2025",
        "U29" => "vietnamlawmagazine.vn 69602",
        "U30" => "lawnet.vn 127556",
        "U31" => "Pháp điển; lawnet.vn 132629",
        "U32" => "thuvienphapluat.vn 555F5",
        "U33" => "news.laodong.vn 1639445",
        "U34" => "plo.vn 257503",
        "U35" => "global-regulation.com, Luật 42/2013",
        "U36" => "tuvanmienphi.vn 1218",
        "U40" => "lawnet.vn 369133",
        "U41" => "vanbanphapluat.co, 05/2021",
        "U42" => "lawnet.vn 375711",
        "U43" => "kenh14.vn 215251228122326383",
        "U44" => "soha.vn 198251229110759212",
        "U45" => "frasersvn.com, Nghị định 356",
        "U46" => "atlaslaw.vn, Nghị định 356",
        "U51" => "hướng dẫn 36 (bản chép)",
        "U53" => "vpdangdoan.vinhuni.edu.vn 86250",
        "U54" => "docplayer.vn 146735479",
        _ => return None,
    })
}
