ledger-nav = Theo dõi quy chế
ledger-title = Bảng theo dõi thực hiện quy chế
# $unit (String) - unit
# $year (Number) - year
# $day (String) - day
ledger-lead = { $unit }, năm { $year }, đến ngày { $day }. Mỗi việc kèm điều khoản và cách tính hạn.
ledger-empty = Năm này chưa có điều khoản đã xác nhận nào giao việc cho người đứng đầu đơn vị. Xem danh mục quy chế để biết văn bản nào đã được ghi.
ledger-filter-all = Tất cả
ledger-filter-late = Quá hạn
ledger-filter-soon = Trong 30 ngày tới
ledger-filter-done = Đã làm
ledger-filter-waived = Được miễn, hoãn
ledger-none-here = Không có việc nào như vậy.
ledger-col-duty = Nhiệm vụ
ledger-col-post = Chức danh
ledger-col-due = Hạn
ledger-col-state = Tình trạng
ledger-year-before = Năm trước
ledger-year-after = Năm sau
ledger-state-due = Chưa đến hạn
ledger-state-soon = Sắp đến hạn
ledger-state-met = Đã làm
ledger-state-late = Làm muộn
ledger-state-breached = Chưa thực hiện
# $days (Number) - days
ledger-state-overdue = Quá hạn { $days } ngày
ledger-state-waived = Được miễn, hoãn
ledger-state-na = Không áp dụng
# $n (Number) - which
# $of (Number) - of how many
# $period (String) - period
ledger-subject-nth = lần { $n } trong { $of }, { $period }
# $period (String) - period
ledger-subject-period = { $period }
# $year (Number) - year
ledger-period-year = năm { $year }
# $from (String) - day
# $to (String) - day
ledger-period-days = từ { $from } đến { $to }
# $day (String) - day
ledger-subject-dialogue = cuộc đối thoại ngày { $day }
# $day (String) - day
ledger-subject-opinion = ý kiến nhận ngày { $day }
# $day (String) - day
ledger-subject-task = việc giao ngày { $day }
# $day (String) - day
ledger-subject-document = văn bản có hiệu lực từ { $day }
# $day (String) - day
ledger-subject-list = danh sách xác nhận ngày { $day }
ledger-part-media = trên phương tiện thông tin đại chúng
ledger-part-posted = niêm yết tại trụ sở
ledger-part-villages = gửi từng thôn, tổ dân phố
ledger-part-attendance = số người dự
ledger-why = Căn cứ
ledger-how = Cách tính hạn
ledger-facts = Đã có
ledger-no-facts = Chưa có việc nào được ghi.
ledger-next = Ai làm tiếp:
ledger-nobody = Không còn ai phải làm gì thêm.
# $post (String) - post
ledger-next-frequency = { $post } tổ chức cuộc tiếp xúc, đối thoại.
# $post (String) - post
ledger-next-plan = { $post } duyệt kế hoạch năm.
# $post (String) - post
ledger-next-announce = { $post } cho thông báo thời gian, địa điểm, nội dung và cách tham gia.
# $post (String) - post
ledger-next-notice = { $post } ký, ban hành thông báo kết luận.
# $post (String) - post
ledger-next-publish = Văn phòng công bố và lưu minh chứng; { $post } chịu trách nhiệm.
# $post (String) - post
ledger-next-answer = Cơ quan được giao trả lời; { $post } đôn đốc.
# $post (String) - post
ledger-next-person = { $post } báo bằng văn bản cho người có ý kiến.
# $post (String) - post
ledger-next-supervise = Cơ quan giám sát ghi cuộc giám sát; { $post } phối hợp.
# $post (String) - post
ledger-next-report = { $post } gửi báo cáo.
# $post (String) - post
ledger-next-reception = { $post } tiếp công dân.
# $post (String) - post
ledger-next-other = { $post } thực hiện.
# $end (String) - day
ledger-how-period = Ngày cuối của kỳ: { $end }.
# $day (String) - day
ledger-how-named = Ngày văn bản nêu: { $day }.
# $from (String) - day
# $days (Number) - days
# $count (String) - which days
# $due (String) - day
ledger-how-after = { $from } + { $days } { $count } = { $due }. Không tính ngày bắt đầu.
# $event (String) - day
# $days (Number) - days
# $count (String) - which days
# $due (String) - day
ledger-how-before = { $event } − { $days } { $count } = { $due }. Không tính ngày tổ chức.
# $day (String) - day
ledger-how-extended = Được gia hạn đến { $day }.
# $from (String) - day
# $to (String) - day
ledger-how-pause = Không tính từ { $from } đến { $to }: chờ cơ quan khác.
# $days (String) - days not counted
ledger-how-skipped = Không tính: { $days }.
ledger-weekend = nghỉ cuối tuần
ledger-fact-dialogue = Cuộc đối thoại
ledger-fact-announcement = Thông báo cho Nhân dân
ledger-fact-notice = Thông báo kết luận
ledger-fact-proof = Minh chứng công bố
ledger-fact-plan = Kế hoạch năm
ledger-fact-opinion = Ý kiến
ledger-fact-reopening = Mở lại vì người gửi chưa đồng ý
ledger-fact-task = Nhiệm vụ giao
ledger-fact-supervision = Giám sát
ledger-fact-report = Báo cáo
ledger-fact-reception = Buổi tiếp công dân
ledger-fact-briefing = Quán triệt
ledger-fact-voter-list = Danh sách cử tri
ledger-fact-waiver = Văn bản miễn, hoãn
ledger-fact-voter-meeting = Tiếp xúc cử tri
ledger-findings = Nội dung cần kiểm tra
ledger-findings-lead = Hệ thống tự đối chiếu từ hồ sơ đã ghi; đây không phải kết luận về trách nhiệm của ai.
ledger-no-findings = Chưa thấy nội dung nào cần kiểm tra.
# $day (String) - day
ledger-since = từ { $day }
ledger-finding-too-few = Số cuộc đối thoại ít hơn quy định
ledger-finding-plan-not-met = Chưa bảo đảm kế hoạch
ledger-finding-no-approved-plan = Chưa có kế hoạch năm được duyệt
ledger-finding-announced-late = Thông báo trước muộn hơn quy định
ledger-finding-no-notice = Chưa ban hành thông báo kết luận
ledger-finding-proof-missing = Thiếu minh chứng công bố
ledger-finding-deputy-presided = Cấp phó chủ trì thay người đứng đầu
ledger-finding-low-attendance = Số người dự thấp so với quy định
ledger-finding-no-supervision = Chưa ghi cuộc giám sát nào
ledger-finding-no-answer = Ý kiến chưa được báo đã tiếp nhận, chuyển hay giải quyết
ledger-finding-publication-silent = Quá hạn quyết định công bố ý kiến
ledger-finding-commitment-overdue = Cam kết quá hạn
ledger-finding-result-not-told = Chưa báo kết quả cho người dân
ledger-finding-reception-not-held = Chưa tiếp công dân đủ số ngày
ledger-finding-report-missing = Thiếu báo cáo
ledger-finding-not-briefed = Chưa quán triệt văn bản
ledger-finding-voters-unanswered = Chưa đối thoại theo yêu cầu của cử tri
ledger-finding-voter-meeting = Tiếp xúc cử tri ghi nhầm là đối thoại
ledger-remedy = Việc cần làm:
ledger-remedy-hold = lên lịch và tổ chức cuộc còn thiếu, hoặc gửi cấp trên lý do bằng văn bản
ledger-remedy-plan = trình và duyệt kế hoạch năm
ledger-remedy-announce = cuộc sau thông báo đủ số ngày; ghi lý do của lần này
ledger-remedy-notice = soạn và ban hành thông báo kết luận
ledger-remedy-proof = công bố và ghi minh chứng còn thiếu
ledger-remedy-check = xem lại văn bản ủy quyền và lý do
ledger-remedy-attendance = ghi số người dự; cuộc sau mời rộng hơn
ledger-remedy-supervise = đề nghị Mặt trận hoặc HĐND giám sát và ghi kết quả
ledger-remedy-answer = báo cho người dân và giao cơ quan trả lời
ledger-remedy-publish = quyết định công bố hoặc không công bố, kèm căn cứ
ledger-remedy-urge = đôn đốc cơ quan chủ trì, gia hạn có lý do nếu cần
ledger-remedy-tell = báo kết quả cho người dân
ledger-remedy-receive = tiếp bù và ghi buổi tiếp
ledger-remedy-report = gửi báo cáo và ghi số, ngày gửi
ledger-remedy-brief = quán triệt và ghi ngày, thành phần
ledger-remedy-move = chuyển sang sổ tiếp xúc cử tri
ledger-record = Ghi việc đã làm
ledger-recorded = Đã ghi vào sổ. Việc vừa ghi ở cuối trang, trong danh sách của loại ấy.
ledger-record-lead = Giám sát, báo cáo đã gửi, buổi tiếp công dân, danh sách cử tri: ghi có ngày để nhiệm vụ được tính đúng. Ghi nhầm thì bỏ, dòng cũ vẫn còn trong hồ sơ.
ledger-record-kind = Việc gì
ledger-entry-supervision = Giám sát việc tiếp xúc, đối thoại
ledger-entry-report = Báo cáo đã gửi
ledger-entry-reception = Buổi tiếp công dân
ledger-entry-voter-list = Danh sách cử tri yêu cầu đối thoại, đã xác nhận
ledger-entry-waiver = Được miễn, hoãn
ledger-record-post = Của chức danh
ledger-record-day = Ngày
ledger-record-period = Kỳ báo cáo
ledger-record-period-none = Không phải báo cáo
ledger-record-year = Năm của kỳ báo cáo
ledger-record-month = Tháng cuối của kỳ (báo cáo tháng, quý)
ledger-record-percent = Tỷ lệ cử tri yêu cầu, phần trăm
ledger-record-answered = Ngày đã đối thoại theo yêu cầu của cử tri
ledger-record-answered-hint = Để trống nếu chưa đối thoại. Khi đã đối thoại, bỏ dòng cũ và ghi lại danh sách kèm ngày này.
ledger-record-who = Ai làm, ai gửi
ledger-record-who-hint = Ví dụ: Ban Thường trực Ủy ban MTTQ xã.
ledger-record-paper = Số, ký hiệu văn bản
ledger-record-note = Ghi chú
ledger-record-if-supervision = Chỉ điền khi ghi cuộc giám sát
ledger-record-if-report = Chỉ điền khi ghi báo cáo
ledger-record-if-list = Chỉ điền khi ghi danh sách cử tri
ledger-record-if-notice = Chỉ điền khi ghi văn bản báo cho người kiến nghị
ledger-record-button = Ghi vào sổ
ledger-entries = Các việc đã ghi trong năm
ledger-entry-void = Bỏ dòng này
ledger-publish-title = Công khai cho Nhân dân
ledger-publish-lead = Trang công khai nêu quy chế yêu cầu gì và đơn vị đã làm gì, theo chức danh, không theo tên người.
ledger-publish-button = Duyệt công khai năm này
ledger-withdraw-button = Thôi công khai
# $label (String) - by whom
ledger-published-by = Đang công khai, { $label } duyệt.
ledger-not-published = Chưa công khai.
ledger-urge-title = Đôn đốc
ledger-urge-text = Nội dung đôn đốc, có thể để trống
ledger-urge-button = Gửi đôn đốc
# $day (String) - day
# $label (String) - who
ledger-urged = { $label } đã đôn đốc ngày { $day }
ledger-waive-title = Chấp nhận lý do, miễn hoặc hoãn
ledger-waive-lead = Chỉ cấp trên chấp nhận, bằng văn bản. Nhiệm vụ được nêu riêng, không tính là đã làm.
ledger-waive-reason = Lý do
ledger-waive-button = Ghi miễn, hoãn
ledger-print = In
ledger-back = Về bảng theo dõi
ledger-mine-title = Năm của tôi
# $year (Number) - year
ledger-mine-heading = Năm của tôi, { $year }
# $need (Number) - needed
# $held (Number) - held
# $left (Number) - left
ledger-mine-lead = Theo quy chế cần chủ trì { $need } cuộc: đã tổ chức { $held }, còn { $left }.
ledger-mine-no-number = Chưa có điều khoản đã xác nhận nào nêu số cuộc phải tổ chức.
# $day (String) - the last day
ledger-due-on = hạn { $day }
ledger-mine-overdue = Quá hạn, cần kiểm tra
ledger-mine-soon = Trong 30 ngày tới
ledger-mine-year = Theo quy chế
ledger-mine-nothing = Không có việc quá hạn, không có việc đến hạn trong 30 ngày tới.
# $n (Number) - month
ledger-month = Tháng { $n }
ledger-mine-held = Đã tổ chức
ledger-mine-planned = Sắp tới
ledger-mine-figures = Trong năm
ledger-fig-met = đã làm đúng hạn
ledger-fig-late = làm muộn
ledger-fig-breached = chưa thực hiện
ledger-fig-due = chưa đến hạn
ledger-mine-record = Bản ghi của năm để in hoặc gửi
ledger-superior-nav = Theo dõi quy chế
# $unit (String) - unit
# $year (Number) - year
# $day (String) - day
ledger-superior-lead = { $unit }, năm { $year }, đến ngày { $day }. Theo thứ tự danh mục hành chính, không xếp hạng.
# $n (Number) - units
ledger-superior-all = Tất cả { $n } đơn vị
ledger-superior-late = Có việc quá hạn, cần kiểm tra
ledger-superior-soon = Có việc sắp đến hạn
ledger-superior-list = Xem dạng danh sách
ledger-superior-table = Xem dạng bảng
ledger-superior-unit = Đơn vị
ledger-superior-excel = Tải về Excel
ledger-superior-empty = Chưa có đơn vị nào bên dưới có người đứng đầu trong hệ thống.
ledger-superior-region = Bảng đơn vị theo nhiệm vụ, cuộn ngang được
# $n (Number) - overdue
ledger-cell-overdue = { $n } quá hạn
# $n (Number) - to be checked
ledger-cell-check = { $n } cần xem
# $n (Number) - soon
ledger-cell-soon = { $n } sắp đến
# $n (Number) - late
ledger-cell-late = { $n } làm muộn
ledger-cell-due = Chưa đến
ledger-cell-met = Đã làm
ledger-cell-waived = Được hoãn
ledger-cell-none = Không áp dụng
ledger-public-title = Quy chế yêu cầu gì, đã làm được gì
# $unit (String) - unit
# $year (Number) - year
ledger-public-heading = { $unit }: thực hiện quy chế năm { $year }
ledger-public-lead = Theo các văn bản đang có hiệu lực. Nêu chức danh, không nêu tên người; không xếp hạng đơn vị.
ledger-public-none = Năm này chưa được duyệt công khai. Ông/bà vẫn xem được quy chế đang áp dụng.
ledger-public-rules = Quy chế đang áp dụng
ledger-public-asks = Yêu cầu
ledger-public-done = Đã làm
# $met (Number) - met
# $of (Number) - of
ledger-public-count = { $met } trong { $of }
ledger-public-link = Xem quy chế yêu cầu gì và đã làm gì
ledger-proof-help = Số liệu tính từ các việc đã ghi, đến ngày hôm nay.
ledger-part-interval = khoảng cách với cuộc trước
ledger-part-gap = đến cuộc tiếp theo
# $day (String) - day
ledger-how-of-event = Xét vào ngày tổ chức: { $day }.
# $day (String) - day
ledger-how-standing = Ngừng tính hạn từ { $day }, chờ cơ quan khác; chưa có hạn cho đến khi tính tiếp.
# $from (String) - day
# $days (Number) - days
# $count (String) - which days
# $event (String) - day
ledger-how-not-before = Cuộc trước { $from }; ít nhất { $days } { $count } sau mới tổ chức cuộc tiếp theo. Cuộc này tổ chức { $event }.
ledger-due-standing = Đang tạm dừng
ledger-finding-attendance-not-recorded = Chưa ghi số người mời, số người dự
ledger-finding-too-close = Hai cuộc đối thoại quá gần nhau
ledger-finding-gap-too-long = Quá lâu mới có cuộc đối thoại tiếp theo
ledger-finding-few-opinions = Dấu hiệu hình thức: ít ý kiến của Nhân dân
ledger-finding-few-answered = Dấu hiệu hình thức: nhiều ý kiến chưa được trả lời
ledger-finding-many-repeated = Dấu hiệu hình thức: nhiều ý kiến về việc đã nêu ở cuộc trước
ledger-finding-people-spoke-little = Dấu hiệu hình thức: Nhân dân ít được phát biểu
ledger-remedy-attendance-record = ghi số người mời, số người dự của cuộc đối thoại
ledger-remedy-spread = giãn các cuộc trong kế hoạch; ghi lý do nếu họp sớm là cần thiết
ledger-remedy-opinions = lấy ý kiến ở thôn, tổ dân phố trước khi chọn nội dung cuộc sau
ledger-remedy-repeated = đưa kết quả việc đã nêu vào mục đầu của cuộc sau
ledger-remedy-speech = dành thời gian cho Nhân dân phát biểu trong chương trình cuộc sau
ledger-years = Nhiều năm
ledger-years-lead = Từng năm xét theo quy chế và đơn vị của năm đó. Năm không có số liệu thì nói rõ vì sao; không suy diễn, không xếp hạng.
ledger-years-note = Tỷ lệ tính trên các việc đã đến hạn, không kể việc được miễn, hoãn. Khác quy chế thì số việc khác nhau: đọc cùng với điều khoản của từng năm.
ledger-years-year = Năm
ledger-years-held = Số cuộc đã tổ chức
ledger-years-recorded = Đơn vị có ghi việc đã làm
# $n (Number) - units
# $of (Number) - of units
ledger-years-units = { $n } trong { $of }
ledger-years-in-time = Đúng hạn, trên số đã đến hạn
ledger-years-why = Ghi chú của năm
ledger-years-none = Không có số liệu
# $n (Number) - waived
ledger-years-waived = { $n } việc được chấp nhận lý do, nêu riêng.
ledger-years-running = Năm chưa kết thúc.
ledger-gap-not-there = Đơn vị chưa có hoặc đã kết thúc.
ledger-gap-no-rule = Chưa có điều khoản đã xác nhận nào giao việc cho năm này.
ledger-gap-nothing = Chưa ghi việc nào của năm này vào hệ thống; không có nghĩa là không làm.
ledger-gap-part = Đơn vị chỉ có một phần của năm.
# $n (Number) - units
ledger-waiting = Còn { $n } đơn vị đang được tính lại; số liệu sẽ đủ sau ít phút.
# $day (String) - day
ledger-note-ended = kết thúc { $day }
# $units (String) - former units
ledger-note-with = gồm cả { $units } (cũ)
# $units (String) - successors
ledger-note-divided = đã chia cho { $units }; không cộng vào đơn vị nào
ledger-note-district = cấp huyện, đã kết thúc; không cộng vào xã, phường
ledger-note-unknown = đã kết thúc; chưa rõ đơn vị kế tục
ledger-by-units = Theo đơn vị
ledger-by-now = của hiện nay
ledger-by-then = của năm đó
ledger-by-button = Xem
ledger-superior-note = Ghi chú đơn vị
ledger-excel-subject = Kỳ, việc
# $kind (String) - kind
ledger-only-kind = Chỉ các việc: { $kind }.
ledger-every-kind = Xem mọi việc
