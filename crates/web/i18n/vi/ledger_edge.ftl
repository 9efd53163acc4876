## Trước ngày đơn vị dùng phần mềm; việc năm trước còn mở; hàng kế hoạch được chấp nhận lý do
ledger-state-before-use = Chưa có ghi trong phần mềm
ledger-filter-before-use = Trước khi dùng phần mềm
ledger-fig-before-use = Trước khi dùng phần mềm
# $n (Number) - duties
# $day (String) - first day
ledger-before-use-note = { $n } việc có hạn trước ngày { $day }, ngày đơn vị bắt đầu dùng phần mềm, và chưa có ghi ở đây. Không tính là chưa thực hiện, không tính vào tỷ lệ nào. Việc nào đã làm thì ghi bổ sung với đúng ngày của việc đó.
ledger-before-use-entry = Ghi việc đã làm
ledger-before-use-import = Nhập các cuộc đối thoại đã tổ chức
# $day (String) - first day
ledger-how-before-use = Hạn này trước ngày đơn vị bắt đầu dùng phần mềm ({ $day }). Việc có thể đã làm mà chưa ghi vào đây, nên không tính là chưa thực hiện.
ledger-next-before-use = Văn phòng ghi bổ sung nếu việc này đã làm.
# $n (Number) - duties
ledger-cell-before-use = { $n } việc trước khi dùng phần mềm
# $n (Number) - duties
ledger-carried-note = Trong bảng có { $n } việc của năm trước còn mở.
limit-answer = Trả lời ý kiến đã đưa ra đối thoại
limits-read-only = Chỉ cơ quan cấp tỉnh đặt được hạn khác.
# $shown (Number) - lines
# $all (Number) - tasks
remedial-cut = Đang hiện { $shown } trong { $all } việc, hạn sớm nhất trước. Tải Excel để có đủ.
finding-excuse-form = Chấp nhận lý do không tổ chức cuộc này
finding-excuse-lead = Cuộc trong kế hoạch sẽ không còn bị nêu là chưa tổ chức. Cần văn bản và lý do; lý do được ghi vào sổ.
finding-excuse-button = Chấp nhận lý do
ledger-finding-unanswered = Ý kiến đã đưa ra đối thoại, đã giao hoặc mở lại, chưa có trả lời
ledger-record-receivers = Nơi nhận báo cáo
# $to (String) - receivers
ledger-entry-receivers = Gửi: { $to }
# $post (String) - post
ledger-only-post = Chỉ của { $post }.
ledger-mine-excel = Tải Excel của tôi
ledger-entry-written-notice = Văn bản báo cho người kiến nghị
ledger-fact-written-notice = Văn bản báo cho người kiến nghị
ledger-record-opinion = Mã ý kiến (văn bản báo cho người kiến nghị)
ledger-record-opinion-hint = Mã ở cuối địa chỉ trang của ý kiến.
