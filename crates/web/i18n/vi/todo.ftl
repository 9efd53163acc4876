# $count (Number) - things due
todo-title = { $count ->
   *[other] Có { $count } việc đến hạn
}
todo-nothing-due = Không có việc nào đến hạn
# $overdue (Number) - overdue
# $soon (Number) - due within the week
todo-lead = { $overdue } việc quá hạn, { $soon } việc đến hạn trong 7 ngày tới.
# $soon (Number) - due within the week
todo-lead-soon = { $soon } việc đến hạn trong 7 ngày tới.
# $overdue (Number) - overdue
todo-lead-late = { $overdue } việc quá hạn; 7 ngày tới không có hạn nào thêm.
todo-nothing-lead = Bảy ngày tới không có hạn nào.
todo-empty = Khi có ý kiến mới, nhiệm vụ hoặc câu trả lời cần làm, việc sẽ hiện ở đây theo ngày đến hạn.
todo-overdue = Quá hạn
# $count (Number) - things
todo-count = { $count ->
   *[other] { $count } việc
}
todo-queues = Chờ xử lý
todo-open-task = Xem nhiệm vụ
todo-answer = Trả lời
todo-move-on = Giao giải quyết tiếp
todo-classify = Phân loại
todo-tell = Báo người dân
todo-prepare = Soạn trả lời
todo-see = Xem
# $body (String) - body
# $day (String) - day
todo-transfer = Chờ { $body } nhận, hạn { $day }.
# $body (String) - body
# $day (String) - day
todo-by-body = { $body } làm, hạn { $day }.
# $unit (String) - unit
# $day (String) - day
todo-from-unit = { $unit } kiến nghị, đề nghị trả lời trước { $day }.
# $day (String) - day
todo-office-turn = Văn phòng giao giải quyết tiếp hoặc trả lời, hạn { $day }.
# $day (String) - day
todo-notice-due = Báo người dân trước ngày { $day }.
todo-inbox = Kiến nghị từ cấp dưới chờ trả lời
todo-triage = Ý kiến chờ phân loại
todo-publication = Ý kiến chờ quyết định công bố
todo-to-tell = Cấp trên đã trả lời, chờ báo người dân
todo-to-move = Việc cần giao giải quyết tiếp
todo-to-approve = Cuộc đối thoại, nội dung chờ duyệt
todo-answers-to-approve = Dự kiến trả lời chờ duyệt
todo-to-sign = Biên bản chờ ký
todo-to-issue = Thông báo kết luận chờ ban hành
todo-minutes = Biên bản cần hoàn thành
todo-notices = Thông báo kết luận cần soạn
todo-answers-asked = Dự kiến trả lời cần soạn
todo-tasks-overdue = Nhiệm vụ quá hạn
todo-tasks = Nhiệm vụ đang làm
todo-sent-up = Đã kiến nghị cấp trên, chờ trả lời
todo-verdicts = Đã giải quyết, chờ người dân trả lời
todo-agreed = Người dân đồng ý
# $body (String) - the body that leads
# $day (String) - day
todo-partner = { $body } chủ trì, cơ quan đồng chí phối hợp; hạn { $day }.
todo-answers-overdue = Dự kiến trả lời quá hạn
