place-crumbs = Đường dẫn
place-home = Trang đầu
place-send = Gửi ý kiến tới xã
place-send-ward = Gửi ý kiến tới phường
place-send-zone = Gửi ý kiến tới đặc khu
# $count (Number) - villages
place-villages-count = { $count } thôn, tổ dân phố.
# $day (String) - day
# $names (String) - former units
place-formers = Trước ngày { $day } là: { $names }.
place-demo-title = Đơn vị này được dựng ra để trình diễn
place-demo-text = Không có xã, phường nào mang tên và mã này; số liệu ở đây không tính vào số liệu chung.
place-next = Cuộc đối thoại sắp tới
place-next-none = Chưa có cuộc nào được thông báo.
place-next-none-do = Ông/bà gửi ý kiến để được chọn vào nội dung cuộc tới; thông báo mới sẽ hiện ở đây.
place-see-dialogue = Xem nội dung và cách tham dự
place-open = Đang giải quyết
place-open-none = Chưa có ý kiến nào đã công bố đang chờ giải quyết.
place-resolved = Vừa có kết quả
place-resolved-none = Chưa có việc nào được công bố là đã giải quyết.
# $count (Number) - items
place-see-all = Xem cả { $count } ý kiến đã công bố
place-issues = Vấn đề nhiều người cùng nêu
# $count (Number) - items
# $resolved (Number) - of them resolved
place-issue-counts = { $count } ý kiến đã công bố, { $resolved } đã giải quyết
place-numbers = Việc người dân đã nêu
place-number-published = ý kiến đã công bố
place-number-disposed = đã có trả lời
place-number-resolved = đã giải quyết
place-number-agreed = người dân đồng ý
place-number-open = đang giải quyết
place-number-overdue = quá hạn
# $share (String) - share
# $part (Number) - resolved
# $whole (Number) - n
place-rate-resolved = Đã giải quyết { $part } trong { $whole } ý kiến đã công bố ({ $share }).
# $share (String) - share
# $part (Number) - agreed
# $whole (Number) - resolved
place-rate-agreed = Người dân đồng ý { $part } trong { $whole } việc đã giải quyết ({ $share }). Không trả lời không tính là đồng ý.
# $day (String) - day
place-as-of = Số liệu đến ngày { $day }, tính trên các ý kiến đã công bố. Bấm vào số để xem từng việc.
place-numbers-none = Chưa có ý kiến nào được công bố. Ông/bà là người đầu tiên: bấm “Gửi ý kiến”.
# $year (String) - the year
place-year = Đối thoại năm { $year }
place-year-coming = Sắp tới
place-held = Các cuộc đối thoại đã tổ chức
place-held-none = Chưa có cuộc đối thoại nào được ghi lại ở đây.
place-all-dialogues = Xem mọi cuộc đối thoại
place-notices = Thông báo kết luận
# $symbol (String) - symbol
# $day (String) - day
place-notice = Thông báo { $symbol } ngày { $day }
place-villages = Thôn, tổ dân phố
place-province = Tỉnh, thành phố
items-title = Ý kiến của người dân
items-lead = Những ý kiến đã công bố, mỗi ý kiến kèm nơi đang giải quyết và thời hạn. Việc mới thay đổi ở trên.
items-show = Chọn tình trạng
items-all = Tất cả
items-open = Đang giải quyết
items-overdue = Quá hạn
items-disposed = Đã có trả lời
items-resolved = Đã giải quyết
items-agreed = Người dân đồng ý
items-village = Thôn, tổ dân phố
items-any-village = Tất cả các thôn, tổ dân phố
items-filter = Lọc
items-none = Không có ý kiến nào trong mục này
items-none-do = Ông/bà chọn mục “Tất cả”, hoặc gửi ý kiến đầu tiên.
items-next = Xem tiếp
dialogues-title = Các cuộc đối thoại
dialogues-lead = Cuộc đã thông báo và đã tổ chức, mới nhất ở trên.
# $count (Number) - communes
province-lead = { $count } xã, phường, đặc khu.
province-communes = Chọn nơi ông/bà ở
province-wards = Phường
province-rural = Xã
province-zones = Đặc khu
province-demo = Dựng ra để trình diễn, không tính vào số liệu
province-coming-none = Chưa có cuộc đối thoại nào được thông báo trong tỉnh, thành phố này.
pub-kick = Ý kiến đã công bố
pub-said = Người dân đã viết
pub-said-meta = Đã bỏ thông tin cá nhân khi công bố.
pub-facts = Kết luận và hiện nay
# $day (String) - day
pub-outcome = Kết luận ngày { $day }
pub-frozen = Ghi trong thông báo, không thay đổi.
# $day (String) - day
pub-today = Hiện nay, { $day }
pub-no-outcome = Chưa có kết luận của đối thoại cho việc này.
pub-about = Ý kiến này
pub-kind = Loại
pub-where = Nơi
pub-field-label = Lĩnh vực
pub-judged = Đánh giá
pub-received-on = Ngày nhận
pub-part-of = Cùng vấn đề
pub-follow-yours = Đây là ý kiến của ông/bà? Xem bằng mã trên phiếu
issue-kick = Vấn đề nhiều người cùng nêu
# $count (Number) - items
# $resolved (Number) - resolved
issue-counts = { $count } ý kiến đã công bố, trong đó { $resolved } đã giải quyết.
issue-items = Từng ý kiến và tình trạng hiện nay
issue-items-none = Các ý kiến trong nhóm này chưa được công bố.
dialogue-topics = Nội dung đối thoại
dialogue-topics-none = Nội dung sẽ được công bố cùng thông báo.
# $count (Number) - items
dialogue-topic-items = Từ { $count } ý kiến đã công bố
# $reason (String) - reason
dialogue-topic-reason = Lý do chọn: { $reason }
dialogue-join = Cách tham dự
dialogue-agenda = Chương trình
dialogue-conclusions = Kết luận
# $count (Number) - matters
# $day (String) - today
dialogue-conclusions-lead = { $count } việc, chia ba nhóm như trong thông báo kết luận. “Hiện nay” là tình trạng đến ngày { $day }.
dialogue-no-conclusions = Chưa có thông báo kết luận. Thông báo được công khai ngay khi ban hành.
# $count (Number) - matters
dialogue-group-resolved = I. Đã giải quyết: { $count } việc
# $count (Number) - matters
dialogue-group-unresolved = II. Chưa giải quyết: { $count } việc
# $count (Number) - matters
dialogue-group-escalated = III. Kiến nghị cấp trên giải quyết: { $count } việc
dialogue-group-none = Không có việc nào trong nhóm này.
dialogue-frozen = Kết luận:
dialogue-now = Hiện nay:
dialogue-steps = Xem từng bước
dialogue-conclusion-page = Xem kết luận
# $who (String) - body
dialogue-does = Cơ quan giải quyết: { $who }.
# $day (String) - day
dialogue-due = Thời hạn: { $day }.
# $who (String) - receiver
dialogue-to = Gửi: { $who }.
# $why (String) - reason
dialogue-why = Lý do: { $why }
# $norm (String) - norm or evidence
dialogue-norm = Căn cứ, minh chứng: { $norm }
dialogue-who = Về cuộc đối thoại
dialogue-chair = Chủ trì
dialogue-invited = Mời dự
# $paper (String) - paper
dialogue-paper = Văn bản: { $paper }.
# $present (Number) - present
# $invited (Number) - invited
dialogue-present = { $present } người dự, mời { $invited }
# $count (Number) - turns
dialogue-turns = { $count } lượt phát biểu ghi trong biên bản
dialogue-turns-label = Phát biểu
dialogue-rules = Thời hạn báo trước
# $days (Number) - days
dialogue-lead-days = Báo trước { $days } ngày
# $days (Number) - days
dialogue-lead-asked = Mức tối thiểu: { $days } ngày.
# $reason (String) - reason
dialogue-lead-override = Lý do thông báo muộn: { $reason }
# $reason (String) - reason
dialogue-no-documents = Thông báo không kèm tài liệu. Lý do: { $reason }
# $who (String) - post
dialogue-lead-by = Người quyết định: { $who }.
# $citation (String) - citation
dialogue-cited = Theo { $citation }.
# $day (String) - day
dialogue-announced = Thông báo ngày { $day }.
dialogue-kind = Loại
dialogue-form = Hình thức
# $number (Number) - number
conclusion-kick = Kết luận số { $number }
# $symbol (String) - symbol
# $day (String) - day
conclusion-of = Thông báo { $symbol } ngày { $day }
conclusion-dialogue = Cuộc đối thoại
conclusion-item = Ý kiến đã công bố
conclusion-thread = Từng bước giải quyết
conclusion-untitled = Nội dung chưa hoặc không công bố
conclusion-private = Ý kiến của việc này không công bố. Người gửi xem từng bước bằng mã trên phiếu.
dialogue-new-day-later = Ngày mới sẽ được thông báo
dialogue-day-changes = Thay đổi về ngày tổ chức
dialogue-basis = Căn cứ
dialogue-council = Đồng chủ trì
dialogue-sites = Các điểm tổ chức
# $n (Number) - n
dialogue-site-people = { $n } người đến dự
dialogue-documents = Tài liệu đọc trước
# $least (Number) - least
place-rate-too-few = Chưa nêu tỷ lệ: khi có từ { $least } ý kiến công bố trở lên mới nêu.
