proof-tab = Công bố
proof-title = Minh chứng công bố
proof-help = Thông báo và kết quả đối thoại phải được công bố. Mỗi nơi, mỗi cách công bố có một minh chứng riêng, ghi ngày, nơi, người thực hiện và văn bản hoặc ảnh.
proof-none-yet = Minh chứng được mở khi thông báo cuộc đối thoại và khi ban hành thông báo kết luận.
proof-missing-title = Minh chứng công bố còn thiếu
proof-see-all = Xem tất cả minh chứng
# $missing (Number) - missing
# $asked (Number) - asked
# $due (String) - day
proof-missing-count = Còn thiếu { $missing } trong { $asked } minh chứng. Hạn: { $due }.
proof-whole = Đủ minh chứng
proof-state-missing = Chưa có minh chứng
proof-state-given = Đã công bố
proof-state-posted = Đang niêm yết
proof-state-ended = Đã kết thúc niêm yết
proof-of-announcement = Thông báo cuộc đối thoại
proof-of-results = Kết quả đối thoại
# $symbol (String) - symbol
proof-of-results-by = Kết quả đối thoại, Thông báo số { $symbol }
# $title (String) - title
proof-about-announcement = Thông báo: { $title }
# $title (String) - title
proof-about-results = Kết quả: { $title }
# $from (String) - day
# $until (String) - day
proof-from-until = Niêm yết từ { $from } đến { $until }.
# $from (String) - day
# $to (String) - day
proof-from-to = Niêm yết từ { $from }, dự kiến đến { $to }.
# $from (String) - day
proof-from = Niêm yết từ { $from }.
# $on (String) - day
proof-on = Công bố ngày { $on }.
# $who (String) - who
proof-by = Người thực hiện: { $who }
# $paper (String) - paper
proof-by-paper = Văn bản: { $paper }
# $count (Number) - files
proof-files = { $count } tệp minh chứng
proof-one = Minh chứng
# $day (String) - day
proof-due = Hạn: { $day }
proof-said = Đã ghi
proof-give = Ghi minh chứng
proof-day-hint = Ngày trước, tháng sau. Ví dụ: 07/12/2026
proof-posted-from = Niêm yết từ ngày
proof-posted-to = Dự kiến niêm yết đến ngày
proof-posted-to-hint = Có thể để trống. Thời gian niêm yết ít nhất theo luật: chưa xác nhận.
proof-published-on = Ngày công bố
proof-place = Nơi niêm yết
proof-place-hint = Ví dụ: Bảng tin trụ sở UBND xã
proof-medium = Phương tiện
proof-medium-hint = Ví dụ: Loa truyền thanh xã, buổi 17 giờ; Trang thông tin điện tử xã
proof-who = Người thực hiện
proof-who-hint = Ghi chức danh hoặc cơ quan.
proof-paper = Số, ký hiệu văn bản
proof-paper-hint = Ví dụ: 12/TB-UBND. Có tệp thì có thể để trống.
proof-file = Ảnh, bản chụp, tệp âm thanh
proof-file-hint = Tối đa 5 tệp, mỗi tệp 10 MB. Ảnh được bỏ thông tin vị trí và tên máy.
proof-ended-on = Ngày kết thúc niêm yết
proof-end = Ghi kết thúc niêm yết
proof-void = Hủy minh chứng ghi nhầm
proof-void-help = Minh chứng này trở lại chưa có. Điều đã ghi vẫn được giữ cùng lý do hủy.
proof-void-reason = Lý do hủy
proof-paper-begun = Biên bản niêm yết
proof-paper-ended = Biên bản kết thúc niêm yết
proof-sheet-own-form = Mẫu của hệ thống, chưa có mẫu chính thức. Chỗ có dấu chấm ghi bằng tay trước khi ký.
proof-sheet-no-day = ngày … tháng … năm ……
proof-sheet-about = Về việc niêm yết công khai
proof-sheet-about-end = Về việc kết thúc niêm yết công khai
# $on (String) - day
# $place (String) - place
proof-sheet-today = Hôm nay, { $on }, tại { $place }, tiến hành niêm yết công khai như sau:
# $on (String) - day
# $place (String) - place
proof-sheet-end-today = Hôm nay, { $on }, tại { $place }, kết thúc việc niêm yết công khai như sau:
# $title (String) - title
proof-sheet-what = Nội dung niêm yết: { $title }.
# $paper (String) - paper
proof-sheet-paper = Văn bản số { $paper }.
# $citation (String) - citation
proof-sheet-basis = Căn cứ: { $citation }.
# $place (String) - place
proof-sheet-place = Nơi niêm yết: { $place }.
# $from (String) - day
# $to (String) - day
proof-sheet-time = Thời gian niêm yết: từ { $from } đến { $to }.
# $from (String) - day
# $to (String) - day
proof-sheet-was = Đã niêm yết từ { $from } đến { $to }.
# $who (String) - who
proof-sheet-who = Người niêm yết: { $who }.
proof-sheet-witness = Người chứng kiến:
proof-sheet-heard = Ý kiến nhận được trong thời gian niêm yết:
proof-sheet-kept = Biên bản được đọc lại cho những người có tên trên cùng nghe và ký tên
proof-sheet-sign-witness = NGƯỜI CHỨNG KIẾN
proof-sheet-sign-who = NGƯỜI NIÊM YẾT
pubreg-title = Sổ công khai
pubreg-help = Nội dung đã công khai, hình thức, nơi và thời gian niêm yết; việc phải công khai mà chưa công khai được nêu trước.
pubreg-lacking = Còn thiếu minh chứng
pubreg-lacking-none = Không có nội dung nào thiếu minh chứng.
# $given (Number) - given
# $asked (Number) - asked
pubreg-given = Có { $given } trong { $asked } minh chứng.
# $year (String) - year
pubreg-not-public = Phải công khai mà năm { $year } chưa công khai lần nào
pubreg-not-public-none = Nội dung nào cũng đã công khai trong năm.
pubreg-unconfirmed = chưa xác nhận
pubreg-list-note = Danh mục đầy đủ theo Điều 11 Luật Thực hiện dân chủ ở cơ sở chưa có trong hệ thống.
pubreg-list-add = Đồng chí thêm nội dung của đơn vị kèm căn cứ ở dưới.
pubreg-add = Ghi một nội dung công khai
pubreg-matter = Nội dung phải công khai
pubreg-ways = Hình thức công khai
pubreg-add-matter = Thêm nội dung phải công khai
pubreg-add-matter-help = Nội dung thêm ở đây hiện trong danh sách “chưa công khai” đến khi có minh chứng trong năm.
pubreg-matter-title = Nội dung
pubreg-citation = Căn cứ
pubreg-citation-hint = Văn bản và điều khoản yêu cầu công khai.
pubreg-what = Công khai việc gì
pubreg-what-hint = Ví dụ: Kế hoạch làm đường liên thôn năm 2027
pubreg-paper = Số, ký hiệu văn bản (nếu có)
pubreg-paper-on = Ngày của văn bản
# $days (Number) - days
# $citation (String) - citation
pubreg-within = Hạn công khai: { $days } ngày làm việc từ ngày của văn bản ({ $citation }, chưa xác nhận).
pubreg-all = Các nội dung đã ghi
pubreg-empty = Sổ chưa có dòng nào. Thông báo một cuộc đối thoại hoặc ghi một nội dung công khai ở trên.
pubreg-col-what = Nội dung
pubreg-col-state = Tình trạng
pubreg-col-proofs = Minh chứng
pubreg-col-first = Công khai từ
pubreg-col-ended = Kết thúc niêm yết
# $who (String) - who
# $moment (String) - moment
pubreg-by = { $who } ghi lúc { $moment }.
pubreg-limit-unconfirmed = Hạn này chưa xác nhận.
pubreg-to-dialogue = Đến cuộc đối thoại
loud-title = Bản tin truyền thanh
loud-help = Bài đọc trên loa truyền thanh, lập từ dữ liệu; ngày, giờ viết bằng chữ.
loud-none = Có khi cuộc đối thoại đã được thông báo.
loud-of-announcement = Bản tin truyền thanh: mời dự đối thoại
# $symbol (String) - symbol
loud-of-notice = Bản tin truyền thanh: kết quả, số { $symbol }
# $symbol (String) - symbol
loud-the-notice = Thông báo số { $symbol }
# $unit (String) - unit
loud-open = Kính thưa Nhân dân { $unit }.
# $title (String) - title
loud-what = Người đứng đầu cấp ủy, chính quyền tổ chức cuộc tiếp xúc, đối thoại: { $title }.
# $hour (String) - hour
# $day (String) - day
loud-when = Thời gian: { $hour }, { $day }.
# $place (String) - place
loud-where = Địa điểm: { $place }.
# $chairs (String) - posts
loud-chairs = Chủ trì: { $chairs }.
loud-contents = Mở đầu là kết quả giải quyết kiến nghị kỳ trước, sau đó là các nội dung sau.
loud-send = Kính mời Nhân dân đến dự. Ai không đến được, xin gửi ý kiến qua trưởng thôn, tổ trưởng hoặc nộp tại trụ sở.
# $when (String) - when
loud-again = Xin nhắc lại. { $when }
loud-of-stop = Bản tin truyền thanh: thay đổi về ngày đối thoại
# $title (String) - title
# $day (String) - day in words
loud-postponed = Cuộc tiếp xúc, đối thoại “{ $title }”, định tổ chức vào { $day }, được hoãn.
loud-new-day = Ngày mới sẽ được thông báo sau. Ý kiến bà con đã gửi vẫn nằm trong nội dung của cuộc này.
# $title (String) - title
# $day (String) - day in words
loud-cancelled = Cuộc tiếp xúc, đối thoại “{ $title }”, định tổ chức vào { $day }, không tổ chức nữa.
loud-not-dropped = Ý kiến bà con đã gửi không bị bỏ: Văn phòng chuyển cách giải quyết khác và báo lại.
loud-thanks = Trân trọng cảm ơn.
# $symbol (String) - symbol
# $title (String) - title
# $day (String) - day
loud-results = Thông báo số { $symbol } về kết luận { $title }, tổ chức { $day }.
# $count (Number) - items
loud-resolved = Việc đã giải quyết: { $count }.
# $count (Number) - items
loud-unresolved = Việc chưa giải quyết, có người làm và thời hạn: { $count }.
# $count (Number) - items
loud-escalated = Việc kiến nghị cấp trên: { $count }.
loud-posted = Toàn văn thông báo được niêm yết tại trụ sở và gửi tới các thôn, tổ dân phố.
posted-title = Công bố, niêm yết
# $place (String) - place
# $from (String) - day
posted-announcement = Thông báo cuộc đối thoại: { $place }, ngày { $from }.
# $place (String) - place
# $from (String) - day
posted-results = Niêm yết kết quả: { $place }, từ ngày { $from }.
# $place (String) - place
# $from (String) - day
# $until (String) - day
posted-results-until = Niêm yết kết quả: { $place }, từ ngày { $from } đến ngày { $until }.
# $way (String) - way
# $place (String) - place
# $from (String) - day
posted-media = Kết quả, { $way }: { $place }, ngày { $from }.
# $count (Number) - places
# $due (String) - day
posted-open = Còn { $count } nơi chưa ghi nhận công bố kết quả, hạn { $due }.
todo-proofs = Công bố còn thiếu minh chứng
todo-prove = Ghi minh chứng
# $count (Number) - proofs
# $day (String) - day
todo-proofs-missing = Còn thiếu { $count } minh chứng công bố, hạn { $day }.
word-proof-way-media = Phương tiện thông tin đại chúng
word-proof-way-posted = Niêm yết tại trụ sở UBND
word-proof-way-village = Gửi, niêm yết tại từng thôn, tổ dân phố
# $chairs (String) - posts
loud-co-chair = Đồng chủ trì: { $chairs }.
