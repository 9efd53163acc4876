triage-title = Phân loại ý kiến
triage-help = Mỗi ý kiến cần: lĩnh vực, có cơ sở hay không, nơi giải quyết. Ý kiến lâu nhất ở trên cùng.
triage-enter = Nhập ý kiến cho người dân
triage-import = Nhập sổ từ Excel
triage-issues = Nhóm vấn đề
triage-undo = Hoàn tác
# $what (String) - the act
# $count (Number) - items
triage-last = Vừa làm: { $what } ({ $count } ý kiến).
# $what (String) - the act
triage-done = Đã xong: { $what }.
triage-filters = Lọc
triage-filter-waiting = Chờ phân loại
triage-filter-soon = Sắp đến hạn, quá hạn
triage-filter-triaged = Đã phân loại
triage-filter-publication = Chờ quyết định công bố
triage-empty = Không có ý kiến nào ở đây.
triage-empty-hint = Ý kiến mới của người dân sẽ hiện ở mục “Chờ phân loại”. Đồng chí có thể nhập đơn giấy hoặc nhập sổ từ Excel.
triage-bulk = Việc với các ý kiến đã chọn
triage-bulk-hint = Với các ý kiến đã chọn:
triage-list = Danh sách ý kiến
triage-col-choose = Chọn
triage-col-opinion = Ý kiến
triage-col-kind = Loại, thôn
triage-col-received = Nhận ngày
triage-col-due = Hạn
# $title (String) - title of the item
triage-choose = Chọn: { $title }
# $issue (String) - title of the issue
triage-in-issue = Nhóm: { $issue }
triage-next = Trang sau
triage-key-move = xuống, lên
triage-key-tick = chọn
triage-key-open = mở
triage-no-village = Không rõ thôn
triage-open-opinion = Xem ý kiến và người gửi
triage-more-acts = Việc khác với ý kiến này
# $title (String) - title of the issue
# $count (Number) - items in it
triage-issue-choice = { $title } ({ $count } ý kiến)
act-classify = Phân loại
act-group = Gộp thành nhóm
act-assign = Giao cơ quan
act-to-dialogue = Đưa ra đối thoại
act-answer = Trả lời trực tiếp
act-split = Tách thành nhiều việc
act-ungroup = Tách khỏi nhóm
act-publish = Công bố
act-submit = Trình công bố
act-withhold = Không công bố
act-end = Kết thúc theo thủ tục
act-seal = Niêm phong và chuyển đơn
act-help-classify = Chọn lĩnh vực và đánh giá có cơ sở hay không. Người dân thấy kết quả phân loại trên trang theo dõi.
act-help-group = Những ý kiến về cùng một việc được gộp vào một nhóm vấn đề. Mỗi người gửi được báo trên trang theo dõi.
act-help-assign = Giao giải quyết ngay, không chờ cuộc đối thoại. Người dân thấy cơ quan chủ trì và thời hạn.
act-help-to-dialogue = Ý kiến chờ được chọn làm nội dung của cuộc đối thoại sắp tới. Người dân được báo trên trang theo dõi.
act-help-answer = Trả lời cần có kết quả và căn cứ. Người dân trả lời đồng ý hay chưa đồng ý.
act-help-split = Một ý kiến có nhiều việc được tách để mỗi việc đi một đường. Nguyên văn ý kiến giữ nguyên.
act-help-ungroup = Ý kiến ra khỏi nhóm vấn đề. Người dân được báo trên trang theo dõi.
act-help-submit = Biên tập bản để mọi người đọc rồi trình người đứng đầu. Người đứng đầu công bố đúng bản này, hoặc trả lại kèm lý do.
act-text-waits = Bản dưới đây đã trình, đang chờ người đứng đầu. Trình lại thì bản mới thay bản này.
# $note (String) - why
act-text-returned = Người đứng đầu trả lại bản này: { $note }
act-help-publish = Biên tập bản để mọi người đọc. Nguyên văn giữ nguyên; mỗi lần sửa được ghi lại cùng chức danh người duyệt.
act-help-withhold = Chọn căn cứ. Người gửi vẫn thấy ý kiến và kết quả của mình, và thấy căn cứ này.
act-help-end = Việc không thuộc tiếp xúc, đối thoại kết thúc bằng văn bản, có nơi nhận và ngày. Người dân thấy số văn bản và nơi nhận.
act-help-seal = Dùng khi khiếu nại hoặc tố cáo đến nhầm dưới dạng ý kiến. Nội dung, tệp đính kèm và người tố cáo được mã hóa cho cơ quan có thẩm quyền; ở đây không ai đọc lại được. Thư có cả kiến nghị khác thì tách từng việc trước, rồi chỉ niêm phong việc khiếu nại, tố cáo: các việc kia vẫn được giải quyết. Việc này không hoàn tác được.
act-back = Quay lại
act-about = Ý kiến được chọn
# $count (Number) - items
act-about-count = { $count ->
   *[other] { $count } ý kiến được chọn
}
act-cancel = Hủy bỏ
act-choose = Chọn
act-keep = Giữ loại hiện nay
act-title = Tên việc
act-field = Lĩnh vực
act-kind = Loại
act-grounded = Có cơ sở hay không
act-note = Lý do đánh giá
act-note-hint = Cần ghi khi đã đánh giá. Người gửi đọc được lý do này.
act-issue = Nhóm vấn đề
act-issue-new = Nhóm mới
act-issue-title = Tên nhóm
act-issue-title-hint = Ghi việc và nơi, không ghi tên người. Ai ở trong nhóm cũng đọc được.
act-body = Cơ quan chủ trì
act-partners = Cơ quan phối hợp
act-task = Việc cần làm
act-task-hint = Để trống thì lấy tên của từng ý kiến.
act-due = Thời hạn
act-due-hint = Ngày trước, tháng sau. Ví dụ: 27/11/2026.
act-result = Kết quả, nội dung trả lời
act-result-hint = Viết cho người dân đọc: đã làm gì, hoặc vì sao.
act-norm = Căn cứ
act-norm-hint = Văn bản, điều khoản làm căn cứ.
# $number (Number) - place of the matter
act-part = Việc { $number }
act-part-title = Tên việc (để trống thì lấy câu đầu)
act-part-body = Nội dung
act-publish-note = Xin bỏ số điện thoại, số giấy tờ, địa chỉ cụ thể, tên hàng xóm và tên người gửi nếu họ không chọn công bố tên.
act-published-title = Tên việc khi công bố
act-published-body = Nội dung khi công bố
act-ground = Căn cứ không công bố
act-manner = Cách kết thúc
act-paper = Số và ký hiệu văn bản
act-paper-hint = Ví dụ: 45/UBND-VP
act-paper-on = Ngày văn bản
act-receiver = Nơi nhận
act-reason = Lý do
act-scan = Bản chụp văn bản
act-sealed-kind = Loại đơn
act-reach = Phạm vi niêm phong
act-reach-matter = Chỉ việc này
# $count (Number) - other matters
act-reach-matter-hint = { $count ->
   *[other] { $count } việc khác của thư được giải quyết tiếp theo phần trích của cán bộ; nguyên văn và tệp của thư được niêm phong. Với tố cáo, họ tên người gửi cũng được niêm phong; người gửi vẫn theo dõi được bằng mã.
}
act-reach-letter = Cả thư
act-reach-letter-hint = Mọi việc đã tách từ thư này và người gửi đều được niêm phong.
opinion-title = Ý kiến của người dân
opinion-logged = Lần mở trang này được ghi vào nhật ký truy cập.
opinion-given = Nguyên văn
opinion-sealed = Đã niêm phong và chuyển theo luật riêng. Ở đây không còn nội dung.
opinion-no-text = Không còn nội dung
# $kb (Number) - kilobytes
opinion-file-size = { $kb } kB
opinion-not-classified = Chưa phân loại
opinion-publication = Công bố
opinion-published-text = Bản đã công bố
opinion-person = Người gửi
opinion-no-person = Không có thông tin người gửi.
opinion-facts = Tiếp nhận
opinion-email = Thư điện tử
opinion-kind = Loại
opinion-channel = Cách gửi
opinion-received = Ngày nhận
opinion-village = Thôn, tổ dân phố
opinion-place = Nơi xảy ra
opinion-occurred = Ngày xảy ra
opinion-signed = Ký tên
opinion-signed-yes = Có ký tên, họ tên và địa chỉ: báo bằng văn bản
opinion-signed-no = Không: xử lý như phản ánh
opinion-notice-due = Hạn báo người dân
issues-title = Nhóm vấn đề
issues-help = Việc mà nhiều ý kiến cùng nói tới. Nhóm được chọn làm nội dung đối thoại.
issues-empty = Chưa có nhóm nào. Ở hàng chờ phân loại, chọn các ý kiến cùng việc rồi bấm “Gộp thành nhóm”.
issues-col-title = Nhóm
issues-col-items = Ý kiến
issues-col-state = Công bố
issue-hot = Nổi cộm
issue-urgent = Bức xúc
issue-is-published = Đã công bố
issue-not-published = Chưa công bố
# $at (String) - moment
issue-published-at = Đã công bố lúc { $at }
# $count (Number) - items
issues-inside = { $count ->
   *[other] { $count } ý kiến trong nhóm
}
issue-dissolved = Nhóm này không còn ý kiến nào.
issue-edit = Sửa nhóm
issue-summary = Tóm tắt
issue-flags = Mức độ
issue-save = Lưu
issue-publish = Lưu và công bố
