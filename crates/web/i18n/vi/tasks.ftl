# Transfer, extension, pause
direct-title = Chuyển, gia hạn, tạm dừng
transfer-title = Chuyển cho cơ quan khác
transfer-help = Hạn giữ nguyên. Người dân đọc được nơi chuyển, nơi nhận và lý do. Liên kết đã gửi cho cơ quan cũ không mở được nữa.
transfer-to = Cơ quan nhận
transfer-reason = Lý do chuyển
transfer-button = Chuyển nhiệm vụ
transfers-title = Các lần chuyển
# $from (String) - sender
# $to (String) - receiver
transfer-line = { $from } → { $to }
extension-title = Xin gia hạn
extension-help = Hạn chỉ đổi khi được duyệt. Hạn ban đầu vẫn ghi trên nhiệm vụ. Nếu được duyệt, người dân đọc được ngày mới và lý do.
extension-due = Xin đến ngày
extension-reason = Lý do xin gia hạn
extension-button = Gửi đề nghị gia hạn
extension-decide-title = Quyết định gia hạn
# $who (String) - body
# $from (String) - day
# $to (String) - day
extension-asked-line = { $who } xin gia hạn từ { $from } đến { $to }.
extension-granted-due = Gia hạn đến ngày
extension-note = Ý kiến
extension-note-hint = Cần ghi nếu không duyệt.
extension-approve = Duyệt gia hạn
extension-refuse = Không duyệt
extensions-title = Các lần xin gia hạn
extension-state-asked = Đang chờ quyết định
extension-state-approved = Đã duyệt
extension-state-refused = Không duyệt
extension-state-lapsed = Không còn hiệu lực
# $day (String) - day
extension-granted-to = Gia hạn đến { $day }.
# $who (String) - post or body
# $day (String) - day
extension-decided-by = { $who } quyết định ngày { $day }.
# $day (String) - day
task-first-due = Hạn ban đầu: { $day }
pause-title = Tạm dừng tính hạn
pause-help = Dùng khi việc phải chờ cơ quan khác. Thời hạn ngừng tính, trang theo dõi của người dân ghi rõ đang chờ ai và vì sao.
pause-waits-for = Đang chờ
pause-whom = Tên cơ quan phải chờ
pause-reason = Chờ việc gì
pause-button = Tạm dừng tính hạn
resume-button = Tiếp tục tính hạn
resume-help = Nhiệm vụ còn đúng số ngày làm việc như lúc tạm dừng.
pauses-title = Các lần tạm dừng
# $day (String) - day
pause-since = từ { $day } đến nay
# $from (String) - day
# $to (String) - day
pause-span = từ { $from } đến { $to }
# $whom (String) - body
# $day (String) - day
pause-standing = Tạm dừng tính hạn từ { $day }, chờ { $whom }
pause-mark = Tạm dừng
# $day (String) - day
# $whom (String) - body
pause-mark-since = từ { $day }, chờ { $whom }
waits-for-agency = ý kiến cơ quan khác
waits-for-superior = cấp trên
waits-for-central = Trung ương
# The thread
thread-transferred = Chuyển cho cơ quan khác
# $from (String) - sender
# $to (String) - receiver
thread-transferred-text = Từ { $from } sang { $to }.
thread-paused = Tạm dừng tính hạn
# $kind (String) - kind
# $whom (String) - body
thread-paused-text = Chờ { $kind }: { $whom }.
# $day (String) - day
thread-resumed = Tiếp tục tính hạn, hạn mới { $day }
# Signed link
link-title = Liên kết cho cơ quan
link-help = Cơ quan chủ trì mở liên kết là thấy nhiệm vụ, báo tiến độ, kèm minh chứng và báo xong, không cần tài khoản. Ai có liên kết đều làm được như vậy: chỉ gửi cho người phụ trách.
link-until = Mở được đến hết ngày
link-until-hint = Nhiều nhất 90 ngày.
link-give = Tạo liên kết
link-give-again = Tạo liên kết mới, thu hồi liên kết cũ
link-revoke = Thu hồi liên kết
# $body (String) - body
# $day (String) - day
link-open-until = { $body }: mở được đến { $day }
link-none = Chưa có liên kết nào đang mở.
link-made-title = Liên kết đã tạo
link-made-help = Chép và gửi cho người phụ trách ngay bây giờ. Hệ thống không giữ liên kết, trang này chỉ hiện một lần.
link-made-back = Về nhiệm vụ
link-page-title = Nhiệm vụ của cơ quan
# $body (String) - body
# $day (String) - day
link-page-lead = Trang này dành cho { $body }, mở được đến hết ngày { $day }. Những gì ghi ở đây được ghi là của { $body }, báo qua liên kết.
link-gone-title = Liên kết không mở được
link-gone-text = Liên kết sai, đã hết hạn hoặc đã thu hồi. Xin gọi Văn phòng HĐND và UBND nơi giao nhiệm vụ để nhận liên kết mới.
link-done-note = Nhiệm vụ này đã báo xong. Cảm ơn quý cơ quan.
task-by-link = qua liên kết
# Comments
comments-title = Trao đổi giữa các cơ quan
comments-help = Nội bộ: Văn phòng, người đứng đầu và các cơ quan tham gia việc này đọc được. Không bao giờ công khai.
comments-none = Chưa có trao đổi.
comment-text = Nội dung trao đổi
comment-button = Gửi trao đổi
# Saved answers
saved-title = Câu trả lời mẫu
saved-lead = Câu trả lời đã dùng được, kèm căn cứ, để việc giống nhau được trả lời như nhau. Khi trả lời, hệ thống gợi ý theo lĩnh vực.
saved-none = Chưa có câu trả lời mẫu. Khi trả lời xong một việc hay gặp, hãy lưu lại ở đây.
saved-new = Thêm câu trả lời mẫu
saved-edit = Sửa câu trả lời mẫu
saved-field = Lĩnh vực
saved-all-fields = Mọi lĩnh vực
saved-name = Tên gọi
saved-text = Câu trả lời
saved-norm = Căn cứ
saved-norm-hint = Văn bản, điều khoản mà câu trả lời dựa vào.
saved-keep = Lưu câu trả lời mẫu
saved-retire = Thôi gợi ý
saved-change = Sửa
# $count (Number) - times
saved-used = Đã dùng { $count } lần
# $day (String) - day
# $who (String) - body
saved-by = { $who } lưu ngày { $day }
saved-propose = Câu trả lời mẫu cùng lĩnh vực
saved-take = Dùng câu này
saved-taken = Đã điền câu trả lời mẫu. Xin sửa cho đúng việc này rồi gửi.
# Off topic
off-topic-title = Ngoài nội dung
off-topic-lead = Điều người dân nói ngoài nội dung đối thoại được ghi lại và chuyển đến đúng nơi. Không kết thúc được hồ sơ khi còn điều chưa có nơi nhận.
off-topic-none = Chưa ghi điều nào ngoài nội dung.
off-topic-not-yet = Ghi được khi cuộc đối thoại đã diễn ra và hồ sơ chưa kết thúc.
off-topic-note = Ghi điều nói ngoài nội dung
off-topic-speaker = Người nói
off-topic-speaker-hint = Như được phép nêu: chức danh, hoặc “một người dân thôn …”.
off-topic-said = Đã nói
off-topic-note-button = Ghi lại
off-topic-waiting = Chưa có nơi nhận
off-topic-way = Chuyển đi đâu
off-topic-to = Nơi nhận
off-topic-to-hint = Cần ghi khi chuyển cơ quan khác hoặc cấp trên.
off-topic-reason = Vì sao
off-topic-route = Ghi nơi chuyển
# $day (String) - day
# $who (String) - post or body
off-topic-routed-by = { $who } chuyển ngày { $day }
off-topic-thread = Xem ý kiến
way-opinion = Ghi nhận thành một ý kiến, có mã theo dõi
way-body = Chuyển cơ quan của đơn vị
way-superior = Chuyển cấp trên, cơ quan ngoài đơn vị
way-next-dialogue = Đưa vào cuộc đối thoại sau
way-reception = Hướng dẫn đến buổi tiếp công dân
# Defects
defects-title = Thiếu sót, hạn chế trong nội bộ
defects-lead = Chỉ Văn phòng và người đứng đầu đọc được. Không lên trang công khai, không có trong tìm kiếm và bản xuất.
defects-none = Chưa ghi điều nào.
defect-new = Ghi một thiếu sót, hạn chế
defect-text = Thiếu sót, hạn chế
defect-note-button = Ghi nội bộ
# $title (String) - the matter
defect-about = Từ việc: { $title }
defect-measure = Đã khắc phục thế nào
defect-mend = Ghi cách khắc phục
defect-open = Chưa khắc phục
# $day (String) - day
# $who (String) - post or body
defect-mended = Đã khắc phục, { $who }, ngày { $day }
defect-see-all = Xem các thiếu sót, hạn chế đã ghi
# Waiting by body
waiting-title = Thời gian chờ theo cơ quan
waiting-lead = Chỉ cán bộ đọc. Các cơ quan xếp theo tên, không xếp hạng.
waiting-col-body = Cơ quan
waiting-col-open = Đang làm
waiting-col-overdue = Quá hạn
waiting-col-paused = Tạm dừng
waiting-col-oldest = Việc lâu nhất
waiting-col-median = Số ngày làm xong, ở giữa (trung vị)
# $count (Number) - days
waiting-days = { $count } ngày
# $days (Number) - days
# $count (Number) - finished tasks
waiting-median = { $days } ngày (n = { $count })
waiting-no-median = Chưa có việc xong
waiting-note = Trung vị của các nhiệm vụ xong trong 365 ngày qua, tính cả những ngày tạm dừng; n là số nhiệm vụ.
waiting-none = Chưa giao nhiệm vụ nào.
# News
news-title = Thông báo
news-none = Chưa có thông báo.
news-fresh = Mới
news-see = Đánh dấu đã đọc
news-mail-title = Nhận thông báo qua thư điện tử
news-mail-help = Thư chỉ báo có tin mới kèm liên kết, không chép nội dung vụ việc.
news-mail-address = Địa chỉ thư điện tử của đồng chí
news-mail-wanted = Gửi thông báo đến địa chỉ này
news-mail-keep = Lưu
news-kind-assigned = Được giao nhiệm vụ
news-kind-partner = Được mời phối hợp
news-kind-urged = Được đôn đốc
news-kind-transferred = Nhận nhiệm vụ chuyển đến
news-kind-taken-away = Nhiệm vụ đã chuyển cơ quan khác
news-kind-withdrawn = Việc đã giao được thu hồi
news-kind-extension-asked = Xin gia hạn
news-kind-extension-approved = Được gia hạn
news-kind-extension-refused = Không được gia hạn
news-kind-paused = Tạm dừng tính hạn
news-kind-resumed = Tiếp tục tính hạn
news-kind-progress = Có tiến độ mới
news-kind-done = Đã báo xong
news-kind-comment = Có trao đổi mới
news-kind-superior-answered = Cấp trên đã trả lời
news-kind-came-up = Có kiến nghị từ cấp dưới
# Drafts
draft-keep = Lưu nháp
draft-kept = Đã lưu nháp lúc
draft-never = Không lưu nháp khiếu nại, tố cáo và văn bản mật. Chữ vẫn còn trên trang này.
draft-lost = Chưa lưu được nháp: phiên làm việc đã hết hoặc mất mạng. Chữ vẫn còn trên trang này; xin đăng nhập lại ở một cửa sổ khác.
# $moment (String) - moment
draft-found = Đây là bản nháp đồng chí lưu lúc { $moment }.
draft-drop = Bỏ bản nháp
# Mail
mail-work-subject = Cầu Nối: có tin mới về một việc của cơ quan
mail-work-text = Có tin mới về một việc của cơ quan đồng chí. Xin mở liên kết dưới đây và đăng nhập để xem.
mail-work-why = Đồng chí nhận thư này vì đã chọn nhận thông báo. Tắt tại trang Thông báo.
mail-person-subject = Cầu Nối: ý kiến của ông/bà có tin mới
mail-person-text = Ý kiến ông/bà đã gửi có tin mới. Xin mở trang theo dõi dưới đây và nhập mã trên phiếu để xem.
mail-person-why = Ông/bà nhận thư này vì đã để lại địa chỉ thư khi gửi ý kiến. Không muốn nhận nữa, xin mở:
mail-stop-title = Thôi nhận thư
mail-stop-text = Ông/bà sẽ không nhận thư báo tin về ý kiến này nữa. Vẫn theo dõi được bằng mã trên phiếu.
mail-stop-button = Thôi nhận thư
mail-stopped = Đã ghi nhận. Ông/bà sẽ không nhận thư về ý kiến này nữa.
problem-email = Ghi địa chỉ thư điện tử dạng ten@donvi.vn
# $said (String) - what was said
problem-off-topic = Điều đã nói ngoài nội dung chưa có nơi nhận: “{ $said }”
problem-saved-norm = Ghi căn cứ: văn bản, điều khoản mà câu trả lời dựa vào
