record-nav = Cho xem bản ghi
record-title = Cho xem bản ghi năm của người đứng đầu
record-lead = Bản ghi năm của từng người đứng đầu chỉ người đó, văn phòng của đơn vị và cấp trên được xem. Mặt trận Tổ quốc và Thường trực HĐND chỉ được xem khi có quyết định ghi ở đây.
record-read-only = Chỉ Bí thư cấp ủy hoặc Chủ tịch UBND cấp trên ghi và thu hồi quyết định.
record-decisions = Các quyết định
record-none = Chưa có quyết định nào. Mặt trận và HĐND xem bảng theo dõi chung của đơn vị, không xem bản ghi của từng người.
record-form = Ghi quyết định
record-unit = Bản ghi của những người đứng đầu đơn vị
record-reader = Ai được xem
record-reader-front = Mặt trận Tổ quốc và các tổ chức chính trị - xã hội
record-reader-council = Thường trực HĐND
record-who = Ai quyết định
record-day = Ngày của văn bản
record-last = Được xem đến hết ngày
record-last-hint = Để trống nếu không đặt ngày hết: quyết định có hiệu lực đến khi thu hồi.
record-button = Ghi quyết định
record-withdraw = Thu hồi quyết định
record-why = Vì sao thu hồi
# $who (String) - who decided
# $day (String) - the day
# $paper (String) - number and symbol
record-decided = { $who } quyết định ngày { $day }, văn bản { $paper }.
# $day (String) - the last day
record-until = Đến hết ngày { $day }.
record-until-withdrawn = Đến khi thu hồi.
# $label (String) - the post
record-by = { $label } ghi.
# $label (String) - the post
# $day (String) - the day
# $why (String) - the reason
record-withdrawn = { $label } thu hồi ngày { $day }: { $why }
record-over = Đã hết thời hạn.
record-read-by = Được xem theo quyết định:
record-closed-title = Chưa có quyết định cho xem bản ghi này
record-closed-lead = Bản ghi năm của từng người đứng đầu chỉ người đó, văn phòng của đơn vị và cấp trên được xem. Cơ quan khác xem khi có quyết định, và hiện chưa có quyết định nào còn hiệu lực.
record-closed-who = Ai quyết định:
# $unit (String) - the unit above
record-closed-above = Bí thư cấp ủy hoặc Chủ tịch UBND cấp trên ({ $unit }). Đồng chí đề nghị bằng văn bản; quyết định được ghi vào phần mềm thì trang này mở ra.
record-closed-own = Bí thư cấp ủy hoặc Chủ tịch UBND của đơn vị. Đồng chí đề nghị bằng văn bản; quyết định được ghi vào phần mềm thì trang này mở ra.
record-closed-board-lead = Bản ghi năm của từng người đứng đầu: chưa có quyết định cho xem.
record-closed-board = Bảng theo dõi chung của đơn vị vẫn xem được.
word-approval-subject-waiver = Lý do chưa làm của cấp dưới
news-kind-waiver = Người đứng đầu đã cho ý kiến về lý do chưa làm
head-yes-waiver = Chấp nhận lý do
waiver-lay-title = Trình lý do để người đứng đầu quyết định
waiver-lay-lead = Người đứng đầu của cấp trên quyết định; trước đó nhiệm vụ vẫn tính như cũ.
waiver-lay-button = Trình người đứng đầu
waiver-decide-link = Xem và quyết định
# $label (String) - who drafted it
# $moment (String) - when
waiver-waits = { $label } đã trình lúc { $moment }, chờ người đứng đầu quyết định.
# $note (String) - why
waiver-returned = Người đứng đầu trả lại: { $note }
waiver-drafted-by = Người trình
# $day (String) - the day
waiver-planned-row = Cuộc ghi trong kế hoạch năm, đến ngày { $day } chưa tổ chức
receivers-named = Đã gửi những nơi quy chế nêu
receivers-named-hint = Khi ghi báo cáo: đánh dấu đủ những nơi đã nhận. Nơi chưa nhận sẽ được nêu là còn thiếu báo cáo.
receivers-others = Nơi nhận khác, cách nhau bằng dấu chấm phẩy
# $names (String) - receivers
receivers-unsent = Chưa gửi: { $names }
task-answers-in-place = Cơ quan được giao chưa có chức danh người đứng đầu trong phần mềm: Chủ tịch UBND được nêu thay. Thêm chức danh ở mục Quản trị, Chức danh.
accepted-title = Lý do đã chấp nhận
accepted-lead = Việc chưa làm, cuộc chưa tổ chức mà người đứng đầu cấp trên đã chấp nhận lý do. Những việc này được tính riêng, không tính là quá hạn.
accepted-none = Trong năm này chưa có lý do nào được chấp nhận.
# $by (String) - who accepted it
# $paper (String) - number of the paper
# $day (String) - its day
accepted-by = { $by } chấp nhận, văn bản số { $paper } ngày { $day }.
# $by (String) - who took it back
# $at (String) - when
# $why (String) - why
accepted-withdrawn = { $by } đã rút lại lúc { $at }: { $why }
accepted-withdraw = Rút lại
accepted-withdraw-lead = Lý do vẫn được giữ trong sổ nhưng không còn tính nữa; việc được xét lại như chưa có lý do.
# $n (Number) - how many
accepted-link = Lý do đã chấp nhận ({ $n })
