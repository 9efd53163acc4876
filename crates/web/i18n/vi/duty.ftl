rule-differs-delegation = việc ủy quyền chủ trì
rule-number-no-delegation = Không được ủy quyền chủ trì
# $grounds (String) - reasons
rule-number-delegation = Chỉ được ủy quyền chủ trì khi: { $grounds }
rule-delegation-conditional = Chỉ được ủy quyền khi có lý do quy chế nêu
rule-ground-mission = đi công tác
rule-ground-summoned = họp, học do cấp trên triệu tập
rule-ground-leave = nghỉ phép, ốm đau, thai sản
rule-ground-study = đi học theo quyết định
rule-ground-emergency = trực tiếp chỉ đạo xử lý việc khẩn cấp
rule-ground-other = lý do khác
minutes-ground = Loại lý do
minutes-ground-none = Không ủy quyền, hoặc chưa chọn
clause-delegation = Ủy quyền chủ trì (điều khoản về trực tiếp chủ trì)
clause-grounds = Những lý do được ủy quyền
ledger-state-presided = Trực tiếp chủ trì
ledger-state-delegated = Đã ủy quyền, đúng trường hợp quy chế cho phép
ledger-state-to-check = Cần kiểm tra
ledger-part-presiding = người chủ trì
ledger-fact-delegation = Văn bản ủy quyền
ledger-finding-head-absent = Người đứng đầu vắng, không ủy quyền chủ trì
ledger-finding-presiding-not-recorded = Chưa ghi ai chủ trì
ledger-remedy-absent = ghi lý do vắng; cuộc sau trực tiếp chủ trì hoặc ủy quyền bằng văn bản
ledger-remedy-presiding = ghi ai chủ trì trong biên bản
# $post (String) - post
ledger-next-presiding = { $post } xem lại văn bản ủy quyền và lý do; biên bản đã ký thì lập bản bổ sung.
# $days (Number) - days
# $count (String) - which days
ledger-day-own = Văn bản không nêu ngày. Hạn { $days } { $count } do phần mềm tạm đặt, chưa xác nhận; cấp trên có thể đặt hạn khác bằng văn bản.
# $label (String) - who set it
# $paper (String) - its paper
# $from (String) - from which day
ledger-day-set = Văn bản không nêu ngày. { $label } đặt hạn này theo { $paper }, áp dụng từ { $from }.
supervisor-front = MTTQ và các tổ chức chính trị - xã hội
supervisor-council = HĐND, Thường trực HĐND
supervisor-committee = Cấp ủy, Ủy ban Kiểm tra cùng cấp
supervisor-superior = Cơ quan cấp trên
supervisor-people-inspection = Ban Thanh tra nhân dân
supervisor-community = Ban Giám sát đầu tư của cộng đồng
supervisor-untold = Chưa ghi loại cơ quan
ledger-record-by-kind = Cơ quan giám sát thuộc loại nào
ledger-record-by-kind-none = Không phải giám sát
coverage-nav = Giám sát
coverage-title = Tình hình giám sát của các cơ quan
coverage-help = Trong năm, mỗi loại cơ quan đã giám sát bao nhiêu đơn vị, trên tổng số bao nhiêu; đơn vị nào chưa được giám sát.
# $unit (String) - unit
# $year (Number) - year
# $day (String) - day
coverage-lead = { $unit }, năm { $year }, đến ngày { $day }. Theo thứ tự danh mục hành chính, không xếp hạng.
coverage-by-body = Theo cơ quan giám sát
coverage-body = Cơ quan giám sát
coverage-times = Số cuộc
coverage-units = Số đơn vị đã giám sát
coverage-asked = Trong số đơn vị mà quy chế yêu cầu giám sát
coverage-any = Ít nhất một cơ quan
# $share (String) - share
coverage-kept = Đơn vị đã được giám sát đủ số lần quy chế yêu cầu trong năm: { $share }.
coverage-note = Một cuộc giám sát ghi cho nhiều chức danh của một đơn vị chỉ đếm một lần. Nguồn: các cuộc giám sát đã ghi vào sổ.
coverage-by-unit = Từng đơn vị
coverage-rule = Quy chế yêu cầu
coverage-who = Đã giám sát
coverage-none = Chưa ghi cuộc giám sát nào
coverage-not-asked = Chưa có điều khoản đã xác nhận
# $done (Number) - recorded
# $due (Number) - asked for
coverage-of = Đã ghi { $done } trong { $due } lượt theo chức danh
coverage-no-base = Không có cơ sở để tính
# $body (String) - kind of body
coverage-only = Chỉ các đơn vị do { $body } giám sát.
coverage-every = Xem mọi đơn vị
# $n (Number) - units
coverage-without = { $n } đơn vị chưa ghi cuộc giám sát nào.
coverage-due = Số lượt quy chế yêu cầu
coverage-done = Số lượt đã ghi
remedial-title = Việc khắc phục
# $paper (String) - paper
remedial-with-evidence = Minh chứng: { $paper }
# $paper (String) - paper
remedial-with-paper = Văn bản yêu cầu: { $paper }
remedial-help = Mỗi nội dung cần kiểm tra có thể giao thành một việc: ai làm, làm gì, đến ngày nào. Xong thì ghi kết quả kèm minh chứng; nội dung chỉ hết khi hồ sơ đã ghi cho thấy như vậy.
remedial-none = Chưa giao việc khắc phục.
remedial-empty = Không có việc khắc phục nào ở mục này. Mở một nội dung cần kiểm tra trong bảng theo dõi để giao việc.
remedial-gone = Nội dung này hiện không còn. Việc khắc phục đã giao vẫn được giữ ở dưới.
remedial-past = Việc khắc phục của nội dung nay không còn
# $day (String) - day
remedial-since = Từ { $day }
remedial-rests-on = Dựa vào:
remedial-open-form = Giao việc khắc phục
remedial-task = Việc phải làm
remedial-due = Hạn, ngày/tháng/năm
remedial-basis = Văn bản yêu cầu, có thể để trống
remedial-open-button = Giao việc
remedial-open = Đang khắc phục
remedial-done = Đã khắc phục
remedial-filter-open = Chưa xong
remedial-finding = Nội dung cần kiểm tra
remedial-result = Kết quả khắc phục
remedial-evidence = Minh chứng
remedial-evidence-hint = Số, ngày văn bản; hoặc nơi lưu biên bản, ảnh.
remedial-done-on = Ngày hoàn thành
remedial-close-form = Ghi đã khắc phục
remedial-close-help = Cần cả kết quả và minh chứng. Nội dung cần kiểm tra không bị xóa: phần mềm chỉ thôi nêu khi hồ sơ đã ghi cho thấy đã khắc phục.
remedial-close-button = Ghi đã khắc phục
remedial-progress = Đã làm đến đâu
remedial-progress-button = Báo tiến độ
remedial-new-due = Hạn mới
remedial-extend-button = Gia hạn
remedial-reopen-form = Chưa đạt, yêu cầu làm tiếp
remedial-reopen-button = Yêu cầu làm tiếp
remedial-steps = Diễn biến
remedial-step-opened = Giao việc
remedial-step-progress = Báo tiến độ
remedial-step-urged = Đôn đốc
remedial-step-extended = Gia hạn
remedial-step-closed = Đã khắc phục
remedial-step-reopened = Yêu cầu làm tiếp
remedial-side-own = đơn vị ghi
remedial-side-above = cấp trên ghi
# $day (String) - day
remedial-step-due = Hạn { $day }
# $day (String) - day
remedial-first-due = hạn giao lần đầu { $day }
remedial-stands = Theo hồ sơ đã ghi, nội dung này vẫn còn.
remedial-stands-no-more = Theo hồ sơ đã ghi, nội dung này không còn.
# $n (Number) - tasks
remedial-tasks = Đã giao { $n } việc khắc phục.
# $n (Number) - open tasks
remedial-link = Việc khắc phục, { $n } việc chưa xong
remedial-published = Kết luận giám sát đã công bố
limits-title = Hạn do phần mềm tạm đặt
limits-link = Hạn do phần mềm tạm đặt
limits-lead = Có việc quy chế yêu cầu mà không nêu ngày. Phần mềm dùng hạn dưới đây và ghi rõ là chưa xác nhận. Cơ quan cấp trên đặt hạn khác bằng văn bản; hạn mới chỉ áp dụng từ ngày nêu ra, việc trước đó giữ hạn cũ.
limits-form = Đặt hạn khác
limits-from = Áp dụng từ ngày
limits-past = Tính lại cả những ngày đã qua, theo văn bản này
limits-paper = Theo văn bản số, ngày
limits-button = Đặt hạn
limit-report = Gửi báo cáo sau khi hết kỳ
limit-voter-dialogue = Tổ chức đối thoại theo yêu cầu của cử tri
limit-result-told = Báo kết quả cho người dân
limit-reception-notice = Báo trước khi hủy ngày tiếp công dân
# $days (Number) - days
# $count (String) - which days
limit-own = Phần mềm tạm đặt: { $days } { $count } (chưa xác nhận).
# $from (String) - day
# $days (Number) - days
# $count (String) - which days
# $label (String) - who
# $paper (String) - paper
limit-set = Từ { $from }: { $days } { $count }. { $label } đặt theo { $paper }.
reception-nav = Tiếp công dân
reception-title = Lịch tiếp công dân của người đứng đầu
reception-help = Ngày cố định được công khai. Ngày trùng ngày nghỉ thì lùi sang ngày làm việc tiếp theo (thông lệ của một số tỉnh); không tiếp được thì niêm yết thông báo trước.
reception-public = Trang công khai cho Nhân dân
reception-none = Chưa công bố lịch tiếp công dân của chức danh nào.
reception-record = Ghi buổi đã tiếp
reception-set = Công bố lịch mới
reception-week = Ngày trong tuần
reception-month = Hoặc ngày trong tháng
reception-month-hint = Ví dụ: 5, 20. Tháng thiếu ngày thì lấy ngày cuối tháng.
reception-hours = Giờ tiếp
reception-place = Nơi tiếp
reception-set-button = Công bố lịch
reception-cancel = Báo hủy một ngày
reception-day = Ngày không tiếp
reception-instead-label = Ngày tiếp bù, có thể để trống
reception-posted = Ngày niêm yết thông báo
reception-reason-label = Lý do
reception-cancel-button = Báo hủy
# $post (String) - post
# $day (String) - day
reception-mend = Sửa, bỏ thông báo hủy: { $post }, { $day }
reception-mend-help = Nội dung cũ được giữ lại trong sổ. Nếu ngày này vẫn tiếp, hoặc ghi nhầm ngày, chọn “Bỏ thông báo hủy”.
reception-mend-button = Lưu nội dung sửa
reception-withdraw-button = Bỏ thông báo hủy
# $day (Number) - day of the week
reception-weekday = { $day ->
    [1] Thứ Hai
    [2] Thứ Ba
    [3] Thứ Tư
    [4] Thứ Năm
   *[other] Thứ Sáu
}
# $days (String) - days of the week
reception-weekly = { $days } hằng tuần
# $days (String) - days of the month
reception-monthly = Ngày { $days } hằng tháng
# $paper (String) - paper
reception-by = Theo { $paper }.
# $day (String) - day
reception-moved = lùi từ { $day }, là ngày nghỉ
reception-cancelled = Không tiếp
reception-held = Đã tiếp
reception-not-recorded = Chưa ghi
reception-past = Đã qua
reception-ahead = Sắp tới
# $reason (String) - reason
# $day (String) - day
reception-reason = { $reason }. Thông báo niêm yết ngày { $day }.
# $day (String) - day
reception-posted-late = Niêm yết muộn: chậm nhất là { $day }.
# $day (String) - day
reception-instead = Tiếp bù: { $day }.
# $days (Number) - days
# $count (String) - which days
reception-notice-own = Thông báo hủy niêm yết trước { $days } { $count }: thông lệ của một tỉnh, chưa xác nhận.
# $days (Number) - days
# $count (String) - which days
# $label (String) - who
# $paper (String) - paper
reception-notice-set = Thông báo hủy niêm yết trước { $days } { $count }: { $label } đặt theo { $paper }.
reports-title = Báo cáo theo quy chế
reports-help = Các báo cáo mà quy chế giao cho từng chức danh trong năm: kỳ, nơi nhận, hạn. Mỗi báo cáo có bản số liệu đếm từ các việc đã ghi trong kỳ.
# $unit (String) - unit
# $year (Number) - year
reports-lead = { $unit }, các kỳ kết thúc trong năm { $year }.
reports-none = Chưa có điều khoản đã xác nhận nào giao báo cáo cho năm này.
reports-report = Báo cáo
# $period (String) - period
reports-name = Báo cáo { $period }
reports-receivers = Nơi nhận
reports-unconfirmed = hạn chưa xác nhận
reports-draft = Soạn
reports-figures = Số liệu của kỳ
# $period (String) - period
report-draft-title = Số liệu báo cáo { $period }
# $day (String) - day
report-draft-note = Đếm từ các việc đã ghi, đến ngày { $day }. Mẫu của hệ thống; văn phòng bổ sung nhận xét trước khi trình ký.
report-draft-basis = Căn cứ:
report-row-dialogues = Số cuộc đối thoại đã tổ chức
report-row-delegated = Trong đó cấp phó chủ trì
report-row-people = Số lượt người dự (chỉ tính cuộc có ghi)
report-row-raised = Số ý kiến trong biên bản đã ký
report-row-answered = Ý kiến đã được trả lời
report-row-concluded = Số nội dung kết luận
report-row-resolved = Nội dung đã giải quyết
report-row-receptions = Số ngày tiếp công dân
report-row-received = Số ý kiến đơn vị nhận trong kỳ
report-row-told = Đã báo cho người có ý kiến
report-row-tasks = Số nhiệm vụ đã giao
report-row-done = Nhiệm vụ đã xong
report-row-overdue = Nhiệm vụ quá hạn, chưa xong
report-sent-title = Ghi báo cáo đã gửi
report-sent-button = Ghi đã gửi
problem-not-seen = Nội dung này chưa được xem trước, hoặc đã đổi sau khi xem. Xem các thay đổi dưới đây rồi lưu.
rule-issuer-unit = Ghi hộ cơ quan cấp trên nào
rule-issuer-unit-hint = Văn phòng của cơ quan ban hành thấy văn bản này và có thể nhận về quản lý; khi đó văn bản áp dụng cho mọi đơn vị của cơ quan ấy.
rule-issuer-unit-own = Không: văn bản của cơ quan mình, hoặc của cơ quan không dùng hệ thống
# $unit (String) - unit
rule-registered-for = Văn bản của { $unit }, do đơn vị khác ghi hộ. Văn phòng của { $unit } sửa thì nhận về quản lý; từ lúc đó đơn vị ghi hộ không sửa nữa.
rule-issued-here = Văn bản của cơ quan này do đơn vị khác ghi hộ
rule-issued-here-help = Mở văn bản để xem; sửa hoặc thêm điều khoản là nhận về quản lý và áp dụng cho mọi đơn vị bên dưới.
deskhelp-remedial = Mở một nội dung cần kiểm tra rồi giao việc: ai làm, làm gì, đến ngày nào. Xong thì ghi kết quả kèm minh chứng; nội dung chỉ hết khi hồ sơ đã ghi cho thấy như vậy.
deskhelp-coverage = Mỗi loại cơ quan đã giám sát bao nhiêu đơn vị trong năm, trên tổng số bao nhiêu. Bấm vào đơn vị để xem từng nhiệm vụ giám sát.
deskhelp-reception = Công bố ngày tiếp công dân cố định của từng người đứng đầu, báo hủy trước khi không tiếp được. Người dân đọc ở trang quy chế của xã.
