rule-title = Quy chế, quy định
rule-lead = Những văn bản mà việc tiếp xúc, đối thoại phải theo: văn bản nào có hiệu lực, ở đâu, vào ngày nào. Điều gì chưa đọc được toàn văn thì không ghi; điều gì chưa chắc thì ghi “chưa xác nhận”.
rule-find = Số, ký hiệu hoặc từ cần tìm
rule-find-hint = Viết thế nào cũng được: 03-QC/TU, 3-qc/tu, 07- QC/TU.
rule-find-button = Xem
rule-find-clear = Xem tất cả
rule-place = Nơi áp dụng
rule-place-all = Mọi nơi
rule-place-before = (trước 01/7/2025)
rule-place-nation = Cả nước
rule-place-unknown = Chưa rõ nơi áp dụng, chỉ để tham khảo
rule-kind = Loại văn bản
rule-kind-all = Mọi loại
rule-day = Có hiệu lực vào ngày
rule-heading = Tất cả văn bản
# $place (String) - unit
# $day (String) - day
rule-heading-both = Văn bản áp dụng cho { $place }, có hiệu lực ngày { $day }
# $place (String) - unit
rule-heading-place = Văn bản áp dụng cho { $place }
# $day (String) - day
rule-heading-day = Văn bản có hiệu lực ngày { $day }
rule-none = Chưa có văn bản nào như vậy trong danh mục. Ông/bà bỏ bớt điều kiện, hoặc xem tất cả.
rule-more = Xem tiếp
rule-internal = Văn bản nội bộ
rule-internal-text = Đây là văn bản nội bộ. Ở đây chỉ nêu số, ngày, cơ quan ban hành và bản tóm tắt đã được duyệt.
rule-summary = Tóm tắt
rule-no-summary = Chưa có bản tóm tắt được duyệt.
# $day (String) - day
rule-on = vào ngày { $day }
rule-facts = Về văn bản
rule-issuer = Cơ quan ban hành
rule-issued = Ngày ban hành
rule-issued-unknown = Chưa rõ
# $day (String) - day
rule-known-by = Chưa rõ ngày; không muộn hơn { $day }
rule-in-force = Hiệu lực
rule-source = Nguồn
rule-source-unread = chưa đọc được văn bản
rule-unconfirmed = chưa xác nhận
rule-days-unconfirmed = Ngày chưa xác nhận
rule-clauses = Điều khoản
rule-clauses-lead = Chỉ ghi những điều đã đọc được, kèm nơi đã đọc.
rule-no-clauses = Chưa ghi điều khoản nào: toàn văn chưa đọc được.
rule-no-clauses-then = Vào ngày này chưa có điều khoản nào được ghi.
# $count (Number) - clauses
rule-other-clauses = { $count } điều khoản không áp dụng vào ngày này
rule-links = Liên quan
rule-other-day = Xem vào ngày khác
rule-show-day = Xem
# $kind (String) - kind
# $number (String) - number
rule-named = { $kind } số { $number }
# $from (String) - day
# $to (String) - day
rule-span = từ { $from } đến { $to }
# $from (String) - day
rule-span-from = từ { $from }
# $to (String) - day
rule-span-to = đến { $to }
rule-span-unknown = chưa rõ ngày
rule-force-not-yet = Chưa có hiệu lực
rule-force-in-force = Đang có hiệu lực
# $day (String) - the day that was asked
rule-force-in-force-on = Có hiệu lực ngày { $day }
rule-force-superseded = Đã được thay thế
rule-force-ended = Đã hết hiệu lực
rule-force-place-over = Chưa xác nhận còn hiệu lực: đơn vị đã sắp xếp lại
rule-force-unknown = Chưa rõ ngày có hiệu lực
rule-kind-law = Luật
rule-kind-decree = Nghị định
rule-kind-circular = Thông tư
rule-kind-resolution = Nghị quyết
rule-kind-rule = Quy định
rule-kind-decision = Quyết định
rule-kind-regulation = Quy chế
rule-kind-directive = Chỉ thị
rule-kind-conclusion = Kết luận
rule-kind-guidance = Hướng dẫn
rule-kind-notice = Thông báo
rule-kind-plan-alone = Kế hoạch
rule-kind-programme = Chương trình
rule-kind-plan = Kế hoạch, chương trình
rule-kind-scheme = Đề án
rule-link-none = Không có
rule-link-supersedes = Thay thế
rule-link-superseded-by = Được thay thế bởi
rule-link-amends = Sửa đổi, bổ sung
rule-link-amended-by = Được sửa đổi, bổ sung bởi
rule-link-guides = Hướng dẫn, cụ thể hóa
rule-link-guided-by = Được hướng dẫn bởi
rule-link-strengthens = Tăng cường thực hiện
rule-link-strengthened-by = Được tăng cường thực hiện bởi
rule-link-reviews = Kết quả giám sát việc thực hiện
rule-link-reviewed-by = Việc thực hiện được giám sát, có kết luận tại
rule-clause-frequency = Số cuộc đối thoại
rule-clause-types = Loại đối thoại
rule-clause-ad-hoc = Tiếp dân, đối thoại đột xuất
rule-clause-form = Hình thức tổ chức
rule-clause-participants = Thành phần
rule-clause-not-partner = Trường hợp từ chối
rule-clause-attendance = Số người dự
rule-clause-plan-entry = Đưa vào chương trình công tác
rule-clause-topic-choice = Lựa chọn nội dung
rule-clause-announcement-lead = Thông báo trước
rule-clause-notice-limit = Thông báo kết luận
rule-clause-publication = Công bố kết quả
rule-clause-answer-limit = Thời hạn trả lời
rule-clause-person-notice = Báo cho người kiến nghị
rule-clause-presiding = Trực tiếp chủ trì, ủy quyền
rule-clause-supervision = Giám sát
rule-clause-satisfaction = Mức độ hài lòng
rule-clause-report = Báo cáo
rule-clause-direct-work = Làm việc với cấp dưới
rule-clause-reception = Tiếp công dân
rule-clause-voter-request = Cử tri yêu cầu đối thoại
rule-clause-briefing = Quán triệt
rule-clause-handling = Tiếp nhận, phân loại, xử lý
rule-clause-protection = Giữ bí mật, bảo vệ dữ liệu
rule-clause-rights = Quyền của người dân
rule-clause-lead-body = Cơ quan theo dõi
rule-clause-scope = Đối tượng, phạm vi
rule-clause-principle = Nguyên tắc
rule-per-week = mỗi tuần
rule-per-month = mỗi tháng
rule-per-quarter = mỗi quý
rule-per-year = mỗi năm
rule-count-calendar = ngày
rule-count-working = ngày làm việc
rule-level-province = cấp tỉnh
rule-level-district = cấp huyện
rule-level-commune = cấp xã
rule-period-month = tháng
rule-period-quarter-one = quý I
rule-period-quarter = quý
rule-period-half-year = 6 tháng
rule-period-nine-months = 9 tháng
rule-period-year = năm
rule-period-ad-hoc = đột xuất
# $levels (String) - levels
rule-number-levels = Cấp: { $levels }
# $times (Number) - times
# $per (String) - period
rule-number-times = Ít nhất { $times } lần { $per }
# $months (String) - months
rule-number-months = Tháng: { $months }
# $days (Number) - days
# $unit (String) - ngày or ngày làm việc
rule-number-days = { $days } { $unit }
# $day (Number) - day of the month
rule-number-day-of-month = Trước ngày { $day } của tháng
# $min (Number) - people
# $max (Number) - people
rule-number-people = Từ { $min } đến { $max } người
# $min (Number) - people
rule-number-people-min = Ít nhất { $min } người
# $max (Number) - people
rule-number-people-max = Nhiều nhất { $max } người
# $percent (Number) - share
rule-number-percent = { $percent }%
# $periods (String) - periods
rule-number-periods = Kỳ báo cáo: { $periods }
# $receivers (String) - receivers
rule-number-receivers = Nơi nhận: { $receivers }
rule-act-briefing = Quán triệt
rule-act-plan = Kế hoạch thực hiện
rule-not-recorded = Chưa ghi
rule-desk-title = Quy chế, quy định
rule-desk-help = Những văn bản áp dụng cho đơn vị. Mỗi văn bản ghi rõ đã quán triệt chưa, đã có kế hoạch thực hiện chưa.
rule-filter-now = Đang có hiệu lực
rule-filter-all = Tất cả
rule-document = Văn bản
rule-enter = Ghi văn bản của đơn vị
rule-correct = Sửa thông tin văn bản
rule-enter-help = Chỉ ghi văn bản do đơn vị ban hành, áp dụng trong đơn vị. Văn bản của cấp trên do cấp trên ghi, hoặc quản trị nạp từ tệp.
rule-number = Số, ký hiệu
rule-number-hint = Ví dụ: 03-QC/TU, 12/KH-UBND. Để trống nếu không có.
rule-abstract = Trích yếu
rule-valid-from = Có hiệu lực từ (nếu khác ngày ban hành)
rule-valid-to = Hết hiệu lực (nếu đã nêu trong văn bản)
rule-link-kind = Quan hệ với văn bản khác
rule-link-to = Văn bản đó
rule-internal-check = Văn bản nội bộ
rule-internal-hint = Người ngoài chỉ thấy số, ngày, cơ quan ban hành và bản tóm tắt được duyệt. Văn bản có dấu Mật thì không ghi vào đây.
rule-source-label = Đọc ở đâu
rule-source-hint = Ví dụ: bản giấy lưu tại Văn phòng Đảng ủy.
rule-note = Ghi chú
rule-save = Ghi vào danh mục
rule-acts = Quán triệt, kế hoạch thực hiện
rule-acts-none = Đơn vị chưa ghi lần quán triệt hay kế hoạch nào cho văn bản này.
rule-act-record = Ghi việc quán triệt hoặc kế hoạch
rule-act-kind = Việc đã làm
rule-act-on = Ngày
rule-act-by = Ai quán triệt, hoặc cơ quan ban hành kế hoạch
rule-act-audience = Quán triệt cho ai
rule-act-audience-hint = Chỉ cần khi ghi việc quán triệt.
rule-act-people = Số người dự (nếu có đếm)
# $count (Number) - people
rule-act-people-count = { $count } người
rule-act-paper = Số, ngày của giấy mời, biên bản hoặc kế hoạch
rule-act-button = Ghi lại
rule-clause-add = Ghi thêm điều khoản
rule-clause-help = Chỉ ghi điều đã đọc trong văn bản. Các con số để trống nếu văn bản không nêu.
rule-clause-kind = Về việc gì
rule-clause-citation = Điều, khoản
rule-clause-text = Nội dung
rule-clause-levels = Áp dụng cho cấp
rule-clause-times = Ít nhất bao nhiêu lần
rule-clause-per = Trong
rule-clause-days = Số ngày
rule-clause-count = Tính theo
rule-clause-people-min = Ít nhất bao nhiêu người
rule-clause-people-max = Nhiều nhất bao nhiêu người
rule-clause-percent = Tỷ lệ %
rule-clause-confirmed = Đã đối chiếu với văn bản gốc
rule-clause-button = Ghi điều khoản
rule-summary-help = Mọi người chỉ đọc được số hiệu và bản tóm tắt này.
rule-summary-label = Bản tóm tắt để công khai
rule-summary-button = Duyệt và công khai
rule-public-page = Trang công khai
place-rules = Quy chế phải theo
place-rules-go = Xem văn bản đang có hiệu lực ở đây
dialogue-rules-go = Xem văn bản có hiệu lực vào ngày đối thoại
footer-rules = Quy chế, quy định
desk-nav-rules = Quy chế
problem-restricted = Ý kiến này góp ý về cá nhân cán bộ: chỉ người đứng đầu và Văn phòng đọc, không công bố, không gộp nhóm, không đưa ra đối thoại, không giao cho cơ quan khác.
rule-conflict-title = Những điểm khác nhau đang cùng có hiệu lực
rule-conflict-lead = Hai văn bản cùng có hiệu lực nhưng quy định khác nhau về một việc, cho cùng người đứng đầu. Trang này nêu cả hai, không quyết định theo văn bản nào. Văn bản ra sau chỉ thay văn bản trước khi có ghi rõ.
# $what (String) - what differs
rule-conflict-differs = Khác nhau về: { $what }.
# $span (String) - days
rule-conflict-span = Cùng có hiệu lực { $span }.
# $which (String) - document and clause
rule-conflict-stricter = Yêu cầu cao hơn: { $which }.
rule-conflict-unclear = Không so được văn bản nào yêu cầu cao hơn.
# $how (String) - how they stand to each other
rule-conflict-link = Quan hệ đã ghi giữa hai văn bản: { $how }.
rule-differs-times = số lần
rule-differs-months = tháng thực hiện
rule-differs-days = số ngày
rule-differs-day-of-month = ngày trong tháng
rule-differs-people = số người, tỷ lệ
rule-differs-periods = kỳ báo cáo
rule-differs-receivers = nơi nhận
rule-former-title = Văn bản của các đơn vị cũ
rule-former-lead = Nơi này được lập từ các đơn vị cũ. Đây là văn bản của tỉnh, huyện, xã cũ, để đọc việc của ngày ấy theo văn bản của ngày ấy. Có nguồn ghi hết hiệu lực hoặc bị thay thế thì nêu ngày; không có nguồn nào nói thì ghi “chưa xác nhận”.
# $place (String) - former unit
rule-former-of = { $place } (cũ)
rule-clause-interval = Khoảng cách giữa hai cuộc
# $days (Number) - days
rule-number-gap-max = Nhiều nhất { $days } ngày đến cuộc tiếp theo
