yp-nav = Kế hoạch năm
yp-rules-nav = Quy định về kế hoạch
yp-link = Kế hoạch năm
# $year (String) - year
yp-title = Kế hoạch tiếp xúc, đối thoại năm { $year }
# $n (Number) - n
# $year (String) - year
yp-supplement = Kế hoạch bổ sung lần { $n } năm { $year }
yp-help = Các cuộc dự kiến trong năm, ai chủ trì, khi nào; mỗi cuộc nay đã đến đâu.
# $m (Number) - m
yp-month-of = Tháng { $m }
yp-topic-later = Nội dung sẽ chọn
yp-topic = Nội dung
yp-topic-hint = Để trống nếu sẽ chọn sau.
yp-today = Hiện nay
yp-dialogue = Cuộc đối thoại
yp-draft-dialogue = Soạn cuộc đối thoại
# $year (String) - year
yp-begin = Lập kế hoạch năm { $year }
yp-begin-supplement = Lập kế hoạch bổ sung
# $who (String) - who
# $on (String) - on
yp-approved-by = { $who } duyệt ngày { $on }
# $on (String) - on
yp-submitted-on = Trình ngày { $on }
yp-being-written = Văn phòng đang soạn
yp-month-over = Đã qua tháng dự kiến
yp-no-deadline = Chưa đặt hạn phê duyệt kế hoạch năm: hạn này do quy chế của địa phương quy định, quản trị ghi vào mục Quy định về kế hoạch.
# $by (String) - by
# $citation (String) - citation
# $confirmed (String) - confirmed
yp-deadline = Kế hoạch năm phải được duyệt chậm nhất { $by }. Theo { $citation } ({ $confirmed }).
yp-rule-confirmed = đã đối chiếu
yp-rule-unconfirmed = chưa xác nhận
yp-in-time = Đã duyệt đúng hạn
yp-approved-late = Đã duyệt, muộn hơn hạn
yp-not-approved-in-time = Quá hạn, chưa duyệt
yp-still-time = Chưa đến hạn
yp-papers = Kế hoạch và các lần bổ sung
# $year (String) - year
yp-none = Chưa có kế hoạch năm { $year }.
yp-none-first = Bắt đầu bằng nút lập kế hoạch, rồi thêm từng cuộc dự kiến.
yp-in-force = Các cuộc trong kế hoạch đã duyệt
yp-in-force-none = Chưa có cuộc nào trong kế hoạch đã duyệt.
yp-progress-link = Thực hiện trong năm
yp-rules-link = Quy định về kế hoạch
yp-below-link = Kế hoạch của các xã, phường
yp-next-office = Văn phòng hoàn thiện và trình.
yp-next-any-head = Một người đứng đầu của đơn vị xem và duyệt. Chưa có quy định người duyệt (chưa xác nhận).
# $who (String) - who
yp-next-approves = { $who } xem và duyệt.
yp-next-carry-out = Văn phòng soạn từng cuộc theo kế hoạch; thay đổi thì lập kế hoạch bổ sung.
yp-decide = Ý kiến của người duyệt
yp-approve = Duyệt kế hoạch
# $n (Number) - n
yp-rows = Các cuộc trong kế hoạch ({ $n })
yp-rows-none = Chưa có cuộc nào. Thêm cuộc đầu tiên: chỉ cần người chủ trì, loại và tháng.
yp-add-row = Thêm một cuộc
yp-take-row-out = Bỏ khỏi bản này
yp-change-rows = Cuộc đang có hiệu lực: sửa hoặc bỏ
yp-change-row = Sửa cuộc này
yp-remove-row = Bỏ cuộc này
yp-texts = Phần lời của kế hoạch
yp-keep-texts = Lưu phần lời
yp-submit = Trình kế hoạch
yp-basis = Căn cứ
yp-basis-hint = Quy chế, chương trình công tác. Mỗi căn cứ một dòng.
yp-purpose = Mục đích, yêu cầu
yp-assignment = Phân công thực hiện
yp-recipients = Nơi nhận
yp-recipients-hint = Mỗi nơi một dòng.
yp-reason = Lý do bổ sung
yp-reason-hint = Bắt buộc khi trình. Ví dụ: dời theo vụ gặt, thêm cuộc với doanh nghiệp
yp-propose = Góp ý, đề xuất
yp-proposal = Nội dung góp ý
yp-proposal-hint = Ghi vào nhật ký của kế hoạch, theo chức danh. Văn phòng xem khi hoàn thiện.
yp-propose-button = Gửi góp ý
yp-row-title = Cuộc dự kiến trong kế hoạch
yp-row-help = Cần người chủ trì, loại và tháng. Phần còn lại ghi khi đã rõ.
yp-month = Tháng
yp-month-hint = Từ 1 đến 12. Không cần nếu đã ghi ngày.
yp-day-hint = Để trống nếu chưa định ngày. Ví dụ: 05/12/2026
yp-documents = Tài liệu sẽ công khai trước
yp-documents-hint = Chủ trương, chính sách, dự án để người dân đọc trước.
yp-announce-on = Ngày thông báo
yp-budget = Kinh phí
yp-body = Cơ quan chuẩn bị
yp-body-none = Chưa phân công
yp-keep-row = Lưu cuộc này
yp-paper = Bản in
yp-paper-kind = KẾ HOẠCH
# $year (String) - year
yp-paper-abstract = Tiếp xúc, đối thoại giữa người đứng đầu cấp ủy, chính quyền với Nhân dân năm { $year }
# $n (Number) - n
# $year (String) - year
yp-paper-supplement = Bổ sung lần { $n } kế hoạch tiếp xúc, đối thoại năm { $year }
yp-paper-rows = Các cuộc tiếp xúc, đối thoại
yp-paper-no = TT
yp-paper-draft = Bản in thử: kế hoạch chưa được duyệt.
yp-paper-form = Đây là mẫu của hệ thống: chưa có mẫu chính thức nào của kế hoạch này được đối chiếu.
yp-paper-approved = (Đã duyệt)
# $year (String) - year
yp-progress = Thực hiện tiếp xúc, đối thoại năm { $year }
yp-progress-help = Dự kiến và đã tổ chức, theo từng người đứng đầu; năm nay đã bao quát những ai, những lĩnh vực nào. Bấm vào số để xem các cuộc.
yp-by-head = Theo người đứng đầu
yp-by-head-help = Cuộc nhiều người đồng chủ trì tính một lần ở dòng tổng và một lần cho mỗi người.
yp-all-together = Tổng số cuộc (mỗi cuộc một lần)
yp-planned = Kế hoạch
yp-held = Đã tổ chức
yp-joint = Đồng chủ trì
yp-coming = Sắp tới
yp-pilot-all = Tất cả các cuộc
yp-pilot-only = Chỉ cuộc thí điểm
yp-pilot-without = Không gồm thí điểm
# $how (String) - how
yp-counts-default = Cách tính: { $how } (cách do phần mềm tạm đặt, chưa xác nhận).
# $how (String) - how
# $citation (String) - citation
yp-counts-rule = Cách tính: { $how }. Theo { $citation }.
yp-from-above = Người đứng đầu cấp trên về tổ chức tại địa bàn
yp-from-above-help = Tính cho cấp trên, không cộng vào số của đơn vị.
yp-cover-audiences = Đối tượng trong năm
yp-cover-fields = Lĩnh vực trong năm
# $held (Number) - held
# $coming (Number) - coming
yp-cover-counts = { $held } đã tổ chức, { $coming } sắp tới
yp-uncovered = Chưa có cuộc nào
yp-only-planned = Mới dự kiến
yp-gaps = Đối thoại với doanh nghiệp: có đều không
# $from (String) - from
# $to (String) - to
# $days (Number) - days
yp-gap = Từ { $from } đến { $to }: { $days } ngày
yp-gap-too-long = Dài hơn quy định
yp-gap-no-rule = Chưa đặt số ngày nhiều nhất giữa hai cuộc: chỉ ghi khoảng cách, không đánh giá.
# $days (Number) - days
# $citation (String) - citation
# $confirmed (String) - confirmed
yp-gap-rule = Nhiều nhất { $days } ngày giữa hai cuộc. Theo { $citation } ({ $confirmed }).
yp-rules = Quy định về kế hoạch và cách tính
yp-rules-help = Mỗi địa phương có quy chế riêng. Hệ thống không tự đặt quy định nào: quản trị ghi giá trị kèm nguồn, chưa đối chiếu thì ghi là chưa xác nhận.
yp-rule = Quy định
yp-rule-value = Giá trị
yp-rule-citation = Nguồn
yp-rule-citation-hint = Tên, số văn bản, điều khoản.
yp-rule-none = Chưa đặt
yp-rule-taken-away = Đã bỏ
yp-rule-from-above = Do cấp trên đặt
yp-rule-keep = Lưu quy định
yp-rule-day-hint = Ngày và tháng, ví dụ: 31/01. Để trống là bỏ quy định này.
yp-rule-days-hint = Số ngày, từ 1 đến 730. Để trống là bỏ quy định này.
yp-rule-before = Năm
yp-rule-before-yes = Ngày này thuộc năm trước năm kế hoạch
yp-rule-check = Đối chiếu
yp-rule-check-yes = Đã đối chiếu với văn bản
yp-rule-check-hint = Chưa đánh dấu thì mọi trang ghi “chưa xác nhận”.
# $n (Number) - n
yp-rule-days = { $n } ngày
# $day (String) - day
yp-rule-day-same = { $day } của năm kế hoạch
# $day (String) - day
yp-rule-day-before = { $day } của năm trước
yp-rule-history = Các lần ghi
yp-rule-history-none = Chưa ghi lần nào.
# $year (String) - year
yp-below = Kế hoạch năm { $year } của các xã, phường
yp-below-help = Đơn vị chưa có kế hoạch được duyệt đúng hạn. Xếp theo tên, không xếp hạng.
yp-below-late = Chưa duyệt đúng hạn
yp-below-none = Chưa có kế hoạch được duyệt
yp-below-all = Tất cả đơn vị đã vào hệ thống
# $n (Number) - n
# $all (Number) - all
yp-below-n = Danh sách này có { $n } trên { $all } đơn vị đã vào hệ thống
yp-below-empty = Không có đơn vị nào trong danh sách này.
yp-unit = Đơn vị
yp-not-begun = Chưa lập
yp-approved-on = Ngày duyệt
yp-rows-n = Số cuộc
# $n (Number) - n
yp-past = Các cuộc nhập từ sổ cũ ({ $n })
yp-past-help = Như sổ của cơ quan ghi, kèm nguồn; không cộng vào các số ở trên.
yp-past-unit = Đơn vị khi đó
yp-past-opinions = Ý kiến
yp-past-notice = Thông báo kết luận
yp-held-all = Tổng
