head-done-approved = Đã duyệt.
head-done-returned = Đã trả lại kèm ý kiến.
head-done-taken-back = Đã thu lại ý kiến duyệt. Văn bản chờ quyết định.
head-read = Đọc và quyết định
head-whole = Mở trang đầy đủ
head-yes = Duyệt
head-yes-issue = Ký ban hành
head-yes-sign = Ký biên bản
# $day (String) - day asked for
head-yes-extension = Cho gia hạn đến { $day }
head-return = Trả lại, ghi ý kiến
head-return-send = Trả lại
head-given = Vừa duyệt
head-given-help = Trong 24 giờ, khi chưa có việc nào tiếp theo, đồng chí thu lại được.
head-take-back = Thu lại
head-extension = Xin gia hạn
# $body (String) - body
# $from (String) - day it is due
# $to (String) - day asked for
head-extension-asked = { $body } đề nghị lùi từ { $from } đến { $to }.
head-extension-reason = Lý do
head-read-when = Thời gian
# $reason (String) - why it was chosen
# $count (Number) - opinions
head-read-topic = { $reason } ({ $count } ý kiến)
head-read-asked = Người dân hỏi
# $body (String) - body
head-read-answer = { $body } dự kiến trả lời
head-read-conclusion = Kết luận của chủ trì
head-read-assessment = Đánh giá chung
head-by-rule = Theo quy chế
head-year-more = Xem từng nhiệm vụ và lý do
head-concluded = Việc tôi đã kết luận
head-concluded-all = việc
head-concluded-done = có kết quả
head-concluded-open = còn trong hạn
head-concluded-late = quá hạn
head-one-page = Một trang trước cuộc họp
head-one-page-what = Nơi này hỏi gì, lần trước đã hứa gì, việc nào còn chậm.
head-one-page-read = Đọc
brief-title = Một trang trước cuộc họp
# $day (String) - today
brief-made = Lập tự động ngày { $day }.
brief-asks = Nơi này hỏi gì
brief-whole-unit = Toàn đơn vị
brief-no-topics = Chưa chọn nội dung.
# $items (Number) - opinions
# $ready (Number) - answers approved
# $asked (Number) - answers asked
brief-topic = { $items } ý kiến; đã duyệt { $ready } trên { $asked } dự kiến trả lời.
brief-open-fields = Việc đang mở của nơi này:
# $field (String) - field
# $n (Number) - open matters
brief-field-in-time = { $field }: { $n } việc
# $field (String) - field
# $n (Number) - open matters
# $late (Number) - late
brief-field = { $field }: { $n } việc, { $late } việc quá hạn
brief-no-field = Chưa phân loại
brief-last = Kết quả giải quyết kỳ trước
brief-promised = Đã hứa, đang thực hiện
brief-late = Việc còn chậm
# $who (String) - who acts next
# $day (String) - day
# $symbol (String) - notice
brief-promise = { $who }, hạn { $day }, Thông báo { $symbol }.
brief-no-day = chưa định
brief-none-promised = Không còn việc nào đã hứa mà chưa xong.
brief-none-late = Không có việc nào quá hạn.
# $count (Number) - matters
brief-more = Còn { $count } việc nữa, xem trang Việc theo dõi.
word-approval-step-taken-back = Thu lại ý kiến duyệt
word-approval-step-ended = Thôi trình
brief-tab = Một trang
# $items (Number) - opinions
brief-topic-unasked = { $items } ý kiến; chưa giao cơ quan nào soạn trả lời.
head-yes-publish = Công bố
head-read-given = Nguyên văn
