# $count (Number) - things due this week or overdue
monday-title = { $count ->
   *[other] Có { $count } việc quá hạn hoặc đến hạn tuần này
}
# $ready (Number) - reminders drafted
monday-ready = Đã soạn sẵn { $ready } văn bản nhắc, chờ đồng chí xem.
# $ready (Number) - reminders drafted
monday-see-reminders = { $ready ->
   *[other] Xem và gửi { $ready } văn bản nhắc
}
monday-orders = Xếp theo
monday-by-day = Theo ngày
monday-by-noun = Theo loại việc
monday-by-body = Theo cơ quan
monday-no-day = Chưa có hạn trong quy chế
monday-later = Trong 30 ngày tới
monday-noun-opinion = Ý kiến của người dân
monday-noun-clock = Quyết định công bố ý kiến
monday-noun-dialogue = Cuộc đối thoại cần thông báo
monday-noun-answer = Dự kiến trả lời
monday-noun-notice = Thông báo kết luận cần ban hành
monday-noun-proof = Minh chứng công bố
monday-noun-task = Nhiệm vụ đã giao
monday-noun-superior = Kiến nghị giữa các cấp
monday-noun-duty = Nhiệm vụ theo quy chế
# $day (String) - day
monday-clock = Quyết định công bố hoặc không công bố trước ngày { $day }.
monday-decide = Quyết định
# $body (String) - whom it was sent to
# $day (String) - day
monday-sent = Đã kiến nghị { $body }, đề nghị trả lời trước { $day }.
monday-urge = Xem và đôn đốc
# $day (String) - day of the dialogue
# $by (String) - last day in time
# $citation (String) - who asks it
monday-announce = Tổ chức ngày { $day }. Thông báo chậm nhất { $by }. Căn cứ: { $citation }.
monday-see-missing = Xem việc còn thiếu
# $day (String) - day it was held
monday-notice = Đã tổ chức ngày { $day }, chưa ban hành thông báo kết luận.
# $day (String) - day it was held
# $by (String) - last day
monday-notice-by = Đã tổ chức ngày { $day }, thông báo kết luận hạn { $by }.
monday-see-notice = Mở thông báo
# $subject (String) - period or matter
# $post (String) - post
# $day (String) - day
monday-duty = { $subject }. { $post } thực hiện, hạn { $day }.
# $post (String) - post
# $states (String) - how many in each state
monday-duties = { $post } thực hiện. { $states }.
remind-title = Văn bản nhắc đã soạn
remind-help = Mỗi cơ quan một văn bản, liệt kê việc sắp đến hạn và quá hạn. Đồng chí xem, sửa, bỏ chọn nơi chưa cần nhắc rồi gửi một lần.
remind-empty = Không có việc nào cần nhắc lúc này.
remind-text = Nội dung
remind-tick = Gửi văn bản này
remind-send = Gửi các văn bản đã chọn
remind-none-ticked = Chọn ít nhất một văn bản để gửi
# $count (Number) - reminders
remind-done = { $count ->
   *[other] Đã gửi { $count } văn bản nhắc. Việc được ghi vào hồ sơ, cơ quan nhận thông báo.
}
remind-sent-today = Đã nhắc hôm nay
remind-sent-none = Hôm nay chưa gửi văn bản nào.
remind-sent-mark = Đã gửi
remind-not-sent = Chưa gửi. Đồng chí xem, sửa rồi gửi một lần.
remind-open = Xem và gửi
# $day (String) - day
remind-before = Đã nhắc { $day }
# $body (String) - body
# $count (Number) - matters
remind-label = { $body }: { $count } việc
# $to (String) - body
remind-text-to = Kính gửi: { $to }.
# $from (String) - who writes
remind-text-begin = { $from } đề nghị đồng chí thực hiện và báo kết quả các việc sau:
# $n (Number) - place
# $what (String) - matter
# $day (String) - day
# $when (String) - how far it is
remind-text-line = { $n }. { $what }: hạn { $day }, { $when }.
# $what (String) - topic
remind-text-answer = Dự kiến trả lời “{ $what }”
remind-text-today = đến hạn hôm nay
# $days (Number) - days
remind-text-before = còn { $days } ngày
# $days (Number) - days
remind-text-after = quá hạn { $days } ngày
remind-text-end = Việc chưa làm được, đề nghị nêu rõ lý do và xin gia hạn trước ngày đến hạn.
# $body (String) - body
remind-letter-title = Văn bản nhắc gửi { $body }
remind-letter-matters = Các việc trong văn bản
news-kind-reminded = Văn bản nhắc việc
