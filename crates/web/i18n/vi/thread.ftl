thread-received = Đã tiếp nhận
# $channel (String) - channel
thread-channel = Cách gửi: { $channel }.
# $parts (Number) - matters
thread-split = Ý kiến có { $parts } việc, mỗi việc theo dõi riêng
thread-triaged = Đã phân loại
# $field (String) - field
thread-field = Lĩnh vực: { $field }.
# $with (Number) - other opinions
thread-grouped = Gộp với { $with } ý kiến cùng việc
# $title (String) - issue
thread-issue = Nhóm vấn đề “{ $title }”.
thread-ungrouped = Tách khỏi nhóm vấn đề
thread-published = Đã công bố
thread-published-text = Nội dung đã biên tập được đăng trên trang công khai.
thread-withheld = Không công bố
# $ground (String) - ground
thread-withheld-text = Lý do: { $ground }. Việc này vẫn được giải quyết và trả lời.
thread-to-dialogue = Sẽ đưa ra cuộc đối thoại
thread-to-dialogue-text = Việc này chờ được chọn làm nội dung của cuộc đối thoại sắp tới.
thread-scheduled = Đưa vào nội dung đối thoại
# $reason (String) - reason
thread-reason = Lý do: { $reason }
thread-heard = Trả lời tại cuộc đối thoại
thread-see-dialogue = Xem cuộc đối thoại
thread-concluded = Kết luận
# $symbol (String) - symbol of the notice
thread-notice = Thông báo { $symbol }
thread-assigned = Giao việc
# $body (String) - lead body
thread-lead = { $body } chủ trì.
# $partners (String) - co-operating bodies
thread-partners = Phối hợp: { $partners }.
# $day (String) - day
thread-due = Hạn { $day }.
# $day (String) - day
thread-extended = Gia hạn đến { $day }
thread-progress = Tiến độ
thread-urged = Đã đôn đốc
# $to (String) - body
thread-urged-text = Đôn đốc { $to }.
thread-answered = Đã trả lời
# $norm (String) - norm
thread-norm = Căn cứ: { $norm }
thread-partly-done = Mới làm xong một phần
thread-done = Đã làm xong
# $count (Number) - files
thread-files = { $count ->
   *[other] Kèm { $count } tệp.
}
thread-escalated = Đã kiến nghị cấp trên
# $to (String) - receiver
thread-sent-to = Gửi { $to }.
# $paper (String) - paper
thread-paper = Văn bản: { $paper }.
thread-acknowledged = Cấp trên đã nhận
thread-superior-answered = Cấp trên đã trả lời
thread-told = Đã báo kết quả cho người gửi
thread-told-you = Đã báo kết quả cho ông/bà
thread-agreed = Người gửi đồng ý với kết quả
thread-agreed-you = Ông/bà đồng ý với kết quả
thread-disagreed = Người gửi chưa đồng ý
thread-disagreed-you = Ông/bà chưa đồng ý
thread-at-counter = Trả lời trực tiếp tại trụ sở, cán bộ ghi lại.
thread-reopened = Mở lại để giải quyết tiếp
thread-further-path = Đã chỉ rõ bước tiếp theo
thread-further-path-you = Việc đã được mở lại một lần và ông/bà vẫn chưa đồng ý. Các bước ông/bà có thể đi tiếp được ghi ở trên.
thread-further-path-text = Việc đã được mở lại một lần và người gửi vẫn chưa đồng ý. Bước tiếp theo: gặp người đứng đầu tại buổi tiếp công dân, hoặc khiếu nại theo Luật Khiếu nại nếu cho rằng một quyết định, việc làm của cơ quan là trái luật và xâm phạm quyền, lợi ích của mình.
thread-ended = Kết thúc theo thủ tục
# $manner (String) - manner
# $paper (String) - paper
# $day (String) - day
thread-ended-text = { $manner }. Văn bản { $paper }, ngày { $day }.
# $receiver (String) - receiver
thread-receiver = Nơi nhận: { $receiver }.
thread-sealed = Chuyển theo luật riêng
thread-undone = Hoàn tác bước trước
thread-withdrawn = Thu hồi việc đã giao
# $body (String) - body
thread-withdrawn-text = { $body } không phải làm việc này nữa. Văn phòng sẽ giao cơ quan khác hoặc trả lời.
# $who (String) - whom it waits for
# $day (String) - day with its weekday
thread-next-paused = { $who }; tạm dừng tính hạn từ { $day }
# $who (String) - receiver
# $day (String) - day with its weekday
thread-next-outside = { $who }, nhận từ { $day }
# $day (String) - day with its weekday
thread-next-choice-you = ông/bà chọn bước tiếp theo, từ { $day }: gặp người đứng đầu tại buổi tiếp công dân, hoặc khiếu nại
# $day (String) - day with its weekday
thread-next-choice = người gửi chọn bước tiếp theo, từ { $day }: gặp người đứng đầu tại buổi tiếp công dân, hoặc khiếu nại
thread-choice-you = Chờ ông/bà chọn bước tiếp theo
thread-choice = Chờ người gửi chọn bước tiếp theo
# $day (String) - day with its weekday
thread-choice-since = Từ { $day }, không có hạn chót.
# $day (String) - day with its weekday
thread-paused-since = Tạm dừng tính hạn từ { $day }. Hạn tính tiếp khi có trả lời.
# $day (String) - day with its weekday
thread-outside-since = Đã chuyển ngày { $day }. Nơi nhận giải quyết theo thẩm quyền và trả lời người gửi.
thread-person = Người gửi
thread-you = Ông/bà
thread-next-label = Ai làm tiếp
# $who (String) - who acts next
thread-waiting = Chờ { $who }
thread-waiting-you = Chờ ông/bà trả lời
thread-waiting-person = Chờ người gửi trả lời
# $day (String) - day
thread-by = Hạn { $day }
# $who (String) - who acts next
# $day (String) - day with its weekday
thread-next-by = { $who }, hạn { $day }
# $who (String) - the person
# $day (String) - day with its weekday
thread-next-asked = { $who }; ngày hẹn trả lời: { $day }
thread-next-you = ông/bà trả lời đồng ý hay chưa đồng ý
thread-next-person = người gửi trả lời đồng ý hay chưa đồng ý
thread-nobody = không ai phải làm gì thêm.
thread-basis-own = mức do phần mềm tạm đặt, chưa xác nhận
# $basis (String) - citation
thread-basis = Thời hạn theo: { $basis }
thread-title = Từ khi gửi đến nay
thread-postponed = Cuộc đối thoại hoãn
thread-postponed-text = Ý kiến vẫn nằm trong nội dung của cuộc này. Ngày mới sẽ ghi ở đây.
# $day (String) - day
thread-replanned = Cuộc đối thoại có ngày mới: { $day }
thread-cancelled = Cuộc đối thoại không tổ chức nữa
thread-cancelled-text = Ý kiến không bị bỏ: Văn phòng chuyển cách giải quyết khác và báo lại.
thread-no-resources = Chưa có nguồn lực
# $body (String) - body in charge
# $reason (String) - why
thread-no-resources-text = { $body }: { $reason }
print-page = In trang này: mở mục In của trình duyệt (máy tính: phím Ctrl và P; điện thoại: Chia sẻ, rồi In).
