minutes-title = Biên bản
minutes-help = Ghi được đến đâu lưu đến đó. Sau khi ký, biên bản được khóa; chỉ thêm được bản bổ sung.
minutes-not-yet = Biên bản mở sau khi cuộc đối thoại được tổ chức.
minutes-hold = Ghi nhận đã tổ chức
minutes-hold-help = Xác nhận ngày tổ chức thực tế để mở biên bản.
minutes-held-on = Ngày tổ chức thực tế
minutes-held-on-hint = Ví dụ: 05/12/2026
minutes-print = In
minutes-paper = Bản in
minutes-paper-draft = Bản này chưa ký, chỉ để xem trước.
minutes-presiding = Người chủ trì
minutes-person = Họ tên người giữ chức danh
minutes-deputy = Cấp phó chủ trì thay (họ tên, chức danh)
minutes-delegation-paper = Văn bản ủy quyền (số, ngày)
minutes-reason = Lý do ủy quyền hoặc vắng
minutes-keep-presiding = Lưu người chủ trì
# $person (String) - name
minutes-said-in-person = { $person }, trực tiếp chủ trì
# $deputy (String) - deputy
# $paper (String) - paper
# $reason (String) - reason
minutes-said-delegated = { $deputy } chủ trì theo ủy quyền ({ $paper }; lý do: { $reason })
# $reason (String) - reason
minutes-said-absent = Vắng (lý do: { $reason })
minutes-attendance = Thành phần dự
minutes-group = Thành phần
minutes-invited = Được mời
minutes-present = Có mặt
minutes-keep-attendance = Lưu thành phần dự
minutes-group-people = Nhân dân
minutes-group-villages = Trưởng thôn, tổ trưởng tổ dân phố
minutes-group-bodies = Các cơ quan, phòng chuyên môn
minutes-group-front = Mặt trận Tổ quốc và các tổ chức chính trị - xã hội
minutes-none = Chưa có.
minutes-entries = Các lượt phát biểu
minutes-entries-empty = Chưa có lượt phát biểu nào. Ghi lượt đầu tiên ở mẫu dưới đây.
minutes-new-entry = Ghi lượt phát biểu
minutes-edit-entry = Sửa
minutes-add-entry = Thêm vào biên bản
minutes-keep-entry = Lưu lượt phát biểu
minutes-leave-entry = Thôi không sửa
minutes-village = Thôn, tổ dân phố của người phát biểu
minutes-village-none = Không rõ
minutes-speaker = Người phát biểu, như được nêu công khai
minutes-speaker-hint = Ghi chức danh, hoặc để trống nếu đã chọn thôn: biên bản sẽ ghi “Một người dân thôn …”. Không ghi tên người dân.
minutes-said = Nội dung phát biểu
minutes-answer = Trả lời tại cuộc đối thoại
minutes-answered-by = Chức danh hoặc cơ quan trả lời
minutes-promised = Ngày hẹn
minutes-promised-hint = Để trống nếu không hẹn ngày
# $day (String) - day
minutes-promised-until = Hẹn ngày { $day }.
minutes-link = Việc được nói đến
minutes-link-hint = Chọn việc đã có trong nội dung đối thoại, hoặc lập ý kiến mới từ lời phát biểu này.
minutes-link-none = Không gắn với việc nào
minutes-link-new = Lập ý kiến mới từ lời phát biểu này
# $title (String) - title
minutes-about = Về việc: { $title }
minutes-new-opinion = Khi lập ý kiến mới: loại ý kiến, người phát biểu
minutes-kind = Loại ý kiến
minutes-kind-none = Chọn loại ý kiến
minutes-full-name = Họ tên người phát biểu
minutes-full-name-hint = Chỉ để báo kết quả; không ghi vào biên bản, không công khai.
minutes-phone = Số điện thoại
minutes-transfer = Đây là lời khiếu nại hoặc tố cáo: đưa ra khỏi biên bản
minutes-transfer-help = Lời khiếu nại, tố cáo có luật riêng. Nội dung được lập thành biên bản riêng theo luật, không lưu ở đây. Biên bản chung bỏ lượt này; Sổ chuyển đơn ghi số văn bản, ngày và nơi nhận.
minutes-transfer-kind = Loại đơn
minutes-transfer-paper = Số, ký hiệu văn bản chuyển
minutes-transfer-day = Ngày văn bản chuyển
minutes-transfer-receiver = Nơi nhận
minutes-head = Phần đầu và kết luận của người chủ trì
minutes-opened = Khai mạc lúc
minutes-closed = Bế mạc lúc
minutes-secretary = Người ghi biên bản
minutes-bodies = Cơ quan, đơn vị có mặt
minutes-conclusion = Kết luận của người chủ trì
minutes-keep-head = Lưu phần này
minutes-steps = Kiểm tra và ký
minutes-whole = Biên bản đã đủ các phần.
minutes-lacks = Còn thiếu trước khi ký:
minutes-check = Xác nhận đã kiểm tra
minutes-sign = Ký biên bản
minutes-sign-help = Có nhiều người đồng chủ trì thì một người ký là đủ; bản in ghi rõ ai đã ký. Sau khi ký, biên bản được khóa bằng mã băm; chỉ thêm được bản bổ sung.
# $post (String) - post
# $when (String) - moment
minutes-signed-by = { $post } đã ký lúc { $when }.
minutes-locked = Biên bản đã khóa. Nếu có sai sót, xin lập bản bổ sung.
minutes-canonical = Văn bản gốc để tính lại mã băm
minutes-addenda = Bản bổ sung
minutes-addendum = Bổ sung biên bản
minutes-add-addendum = Thêm bản bổ sung
minutes-slip-title = Phiếu theo dõi dành cho người phát biểu
minutes-slip-text = Ý kiến đã được lập. Xin in hoặc chép phiếu này đưa cho người phát biểu: số bí mật chỉ hiện một lần.
minutes-slip-code = Mã theo dõi
minutes-slip-secret = Số bí mật
minutes-slip-on = Ghi tiếp biên bản
# $time (String) - time
# $day (String) - day
# $place (String) - place
minutes-paper-opened = Vào lúc { $time }, { $day }, tại { $place }, đã tổ chức cuộc tiếp xúc, đối thoại với Nhân dân.
minutes-paper-people = THÀNH PHẦN
# $present (Number) - present
# $invited (Number) - invited
minutes-paper-numbers = có mặt { $present } người, được mời { $invited } người.
minutes-paper-spoken = NỘI DUNG ĐỐI THOẠI
# $time (String) - time
minutes-paper-closed = Cuộc đối thoại kết thúc vào lúc { $time } cùng ngày. Biên bản đã được đọc lại cho những người có mặt cùng nghe
notice-title = Thông báo kết luận
notice-not-yet = Thông báo kết luận được soạn sau khi cuộc đối thoại được tổ chức.
notice-both = Các thông báo của cuộc đối thoại
notice-draft = Soạn thông báo kết luận
notice-second = Soạn thêm thông báo của cơ quan cùng chủ trì
notice-draft-help = Mỗi việc chỉ nằm trong một thông báo, với đúng một kết quả.
# $body (String) - body
notice-draft-for = Soạn cho { $body }
notice-minutes-first = Biên bản chưa ký; soạn trước được, ban hành thì phải ký biên bản.
notice-waiting = Việc chưa có kết luận
notice-group-empty = Chưa có việc nào trong nhóm này.
notice-lacks-something = Còn thiếu
notice-elsewhere = Việc nằm trong thông báo kia
notice-conclude = Kết luận
notice-body-given = Nội dung ý kiến
# $by (String) - post
notice-answered-in-hall = { $by } đã trả lời tại cuộc đối thoại:
notice-outcome = Việc này thuộc nhóm nào
notice-text = Nội dung kết luận
notice-text-hint = Kết quả đã làm, điều đã giải thích, việc sẽ làm hoặc điều kiến nghị. Câu này đứng trong thông báo.
notice-norm = Minh chứng hoặc căn cứ
notice-norm-hint = Cần có với việc đã làm xong và việc cấp trên đã trả lời. Ví dụ: biên bản nghiệm thu ngày 12/12/2026
notice-part-unresolved = Với việc chưa giải quyết: ai làm, đến bao giờ, vì sao
notice-part-unresolved-hint = Bỏ qua phần này với hai nhóm kia.
notice-part-escalated = Với việc kiến nghị cấp trên: gửi tới đâu
notice-part-escalated-hint = Cấp trên có trong hệ thống nhận ngay khi ban hành. Cơ quan khác nhận bằng công văn.
notice-body = Cơ quan chủ trì
notice-body-none = Chọn cơ quan
notice-partners = Cơ quan phối hợp
notice-due = Thời hạn
notice-reason = Lý do chưa giải quyết
notice-receiver = Nơi nhận kiến nghị
notice-receiver-none = Chọn nơi nhận
notice-by-paper = Cơ quan khác, gửi bằng công văn
notice-receiver-body = Tên cơ quan nhận công văn
notice-paper = Số, ký hiệu công văn
notice-paper-on = Ngày công văn
# $issue (String) - issue
notice-whole-issue = Áp dụng cho mọi ý kiến cùng nhóm “{ $issue }”
notice-keep-conclusion = Lưu kết luận
notice-head = Số, ngày, người ký
notice-numbering = Số văn bản
notice-numbering-issued = Lấy số tiếp theo ở đây
notice-numbering-issued-hint = Số và ngày được cấp khi ban hành.
notice-numbering-entered = Nhập số từ hệ thống quản lý văn bản
notice-numbering-entered-hint = Ghi số và ngày ký đã có.
notice-number = Số
notice-signed-on = Ngày ký
notice-signed-on-hint = Chỉ cần khi nhập số đã có
notice-signer-name = Họ tên người ký
notice-signer-post = Chức danh người ký
notice-assessment = Đánh giá chung
notice-keep-head = Lưu phần này
notice-steps = Kiểm tra và ban hành
notice-whole = Dự thảo đã đủ các phần.
# $count (Number) - parts
notice-lacks = { $count ->
   *[other] Còn { $count } điều cần bổ sung trước khi ban hành:
}
notice-check = Xác nhận đã kiểm tra
notice-waits-for-check = Dự thảo đã đủ nội dung, chờ Chánh Văn phòng kiểm tra.
notice-issue = Ký và ban hành
notice-issue-help = Sau khi ban hành, kết luận không sửa được; từng việc được giao, gửi cấp trên hoặc báo kết quả ngay.
notice-issued = Đã ban hành. Kết luận đã được khóa.
notice-public = Trang công khai
notice-paper-draft = Bản này là dự thảo, chưa ban hành.
notice-close = Kết thúc hồ sơ
notice-close-help = Chỉ kết thúc được khi mọi việc đã được trả lời hoặc đã giao người giải quyết.
notice-closed = Hồ sơ đã kết thúc.
sheet-kind = THÔNG BÁO
# $title (String) - title
sheet-meeting = cuộc tiếp xúc, đối thoại “{ $title }”
# $post (String) - post
# $meeting (String) - the dialogue
sheet-abstract = Kết luận của { $post } tại { $meeting }
# $day (String) - day
# $place (String) - place
# $presided (String) - who presided
# $meeting (String) - the dialogue
sheet-event = { $day }, tại { $place }, { $presided } { $meeting }.
# $day (String) - day
# $place (String) - place
# $meeting (String) - the dialogue
sheet-event-bare = { $day }, tại { $place } đã tổ chức { $meeting }.
# $post (String) - post
sheet-presided = { $post } chủ trì
# $post (String) - post
# $paper (String) - paper
sheet-presided-by-deputy = cấp phó được { $post } ủy quyền (văn bản { $paper }) chủ trì
# $spoken (Number) - speeches
# $items (Number) - matters
sheet-event-turns = { $spoken ->
   *[other] Có { $spoken } lượt phát biểu; { $items } việc được kết luận.
}
# $people (Number) - people
# $spoken (Number) - speeches
# $items (Number) - matters
sheet-event-numbers = { $people ->
   *[other] Có { $people } người dự, { $spoken } lượt phát biểu; { $items } việc được kết luận.
}
# $post (String) - post
sheet-concludes = Sau khi nghe ý kiến của Nhân dân và trả lời của các cơ quan, { $post } kết luận như sau:
sheet-group-resolved = I. NHỮNG VIỆC ĐÃ GIẢI QUYẾT
sheet-group-unresolved = II. NHỮNG VIỆC CHƯA GIẢI QUYẾT
sheet-group-escalated = III. NHỮNG VIỆC KIẾN NGHỊ CẤP TRÊN GIẢI QUYẾT
sheet-group-empty = Không có.
# $all (Number) - all
# $resolved (Number) - group 1
# $unresolved (Number) - group 2
# $escalated (Number) - group 3
sheet-total = { $all ->
   *[other] Tổng số { $all } việc: { $resolved } việc đã giải quyết, { $unresolved } việc chưa giải quyết, { $escalated } việc kiến nghị cấp trên giải quyết.
}
# $title (String) - title
# $text (String) - conclusion
sheet-about = { $title }: { $text }.
# $norm (String) - evidence
sheet-rests-on = Minh chứng, căn cứ: { $norm }.
# $lead (String) - body
# $partners (String) - bodies
sheet-with-partners = { $lead } chủ trì, phối hợp với { $partners }
# $body (String) - body
# $due (String) - day
# $reason (String) - reason
sheet-assigned = Giao { $body } thực hiện; hoàn thành chậm nhất { $due }. Lý do chưa giải quyết: { $reason }.
# $body (String) - body
# $due (String) - day
# $reason (String) - reason
sheet-no-resources = Chưa cân đối được nguồn lực. Giao { $body } tham mưu, báo cáo chậm nhất { $due }. Lý do: { $reason }.
# $receiver (String) - receiver
sheet-sent = Kiến nghị { $receiver } xem xét, giải quyết.
# $paper (String) - paper
# $day (String) - day
sheet-by-paper = Văn bản { $paper }, { $day }.
# $receiver (String) - receiver
sheet-answered = { $receiver } đã trả lời.
# $ground (String) - ground
sheet-withheld = Nội dung không công bố. Căn cứ: { $ground }.
sheet-not-published = Nội dung đang chờ duyệt công bố.
# $office (String) - office
sheet-closing = Giao { $office } theo dõi, đôn đốc việc thực hiện Thông báo này, công khai tiến độ để Nhân dân biết và giám sát
sheet-recipients = Nơi nhận:
sheet-to-leaders = - Thường trực Đảng ủy, Hội đồng nhân dân;
sheet-to-front = - Ủy ban MTTQ Việt Nam;
sheet-to-villages = - Các thôn, tổ dân phố (để niêm yết);
sheet-to-archive = - Lưu: VT, VP.
sheet-to-archive-party = - Lưu Văn phòng Đảng ủy.
sheet-signed = (Đã ký)
sheet-hash = Mã băm SHA-256 của văn bản
# $symbol (String) - symbol
# $day (String) - day
sheet-page-title = Thông báo { $symbol }, ngày { $day }
sheet-public-note = Bản công khai: chỉ có nội dung đã được duyệt công bố.
sheet-today = Các việc này hôm nay
sheet-today-help = Kết quả được giữ nguyên như khi ban hành thông báo; tình trạng là hôm nay.
sheet-outcome = Kết quả trong thông báo
sheet-standing = Tình trạng hôm nay
# $post (String) - post
minutes-co-chair = { $post } (đồng chủ trì)
# $post (String) - post
sheet-co-chaired = { $post } đồng chủ trì.
