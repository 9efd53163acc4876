problem-login = Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số và các dấu . _ - @
# $least (Number) - characters
problem-password = Mật khẩu cần ít nhất { $least } ký tự, không chứa tên đăng nhập và không dễ đoán
problem-password-wrong = Mật khẩu hiện nay chưa đúng
problem-password-same = Xin đặt mật khẩu khác mật khẩu hiện nay
problem-password-again = Hai lần gõ chưa giống nhau
# $person (String) - holder
# $from (String) - day
problem-post-held = { $person } đang giữ chức vụ này từ { $from }. Ghi ngày thôi giữ trước
# $person (String) - holder
# $from (String) - day
# $to (String) - day
problem-post-held-until = { $person } giữ chức vụ này từ { $from } đến { $to }. Mỗi ngày chỉ một người giữ
# $person (String) - who acts
problem-post-acted = { $person } đã phụ trách thay trong những ngày này
# $on (String) - day
problem-holder-there = Ngày { $on } người giữ chức vụ có mặt. Ghi nghỉ phép trước, hoặc chọn ngày khác
problem-own-account = Không tự cấp vai trò, chức danh, mật khẩu cho chính mình. Xin nhờ một quản trị viên khác hoặc người vận hành máy chủ
office-home-title = Quản trị
office-home-lead = Cơ quan này đã sẵn sàng đến đâu, và việc nên làm tiếp.
office-home-note = Quản trị viên không mở được ý kiến của người dân. Mọi thay đổi ở đây được ghi lại.
office-steps = Các bước thiết lập
office-done = Đã có
office-to-do = Cần làm tiếp
office-col-what = Nội dung
office-col-now = Hiện có
office-col-state = Tình trạng
office-col-name = Họ và tên
office-col-roles = Vai trò
office-col-days = Thời gian
office-bodies = Cơ quan
# $n (Number) - n
office-bodies-count = { $n } cơ quan
office-bodies-lead = Cơ quan của đơn vị vào một ngày, với đúng tên gọi của ngày đó. Văn bản in ra giữ tên của ngày ký.
# $day (String) - day
office-bodies-on = Cơ quan ngày { $day }
office-bodies-empty = Chưa có cơ quan nào vào ngày này. Thêm cơ quan đầu tiên bằng mẫu bên dưới.
office-posts = Chức danh
# $n (Number) - n
# $vacant (Number) - vacant
office-posts-count = { $n } chức danh, { $vacant } chưa có người giữ
office-posts-lead = Ai giữ chức vụ nào vào một ngày bất kỳ, ai phụ trách thay, chỗ nào còn trống.
# $day (String) - day
office-posts-on = Chức danh ngày { $day }
office-posts-empty = Chưa có chức danh nào. Thêm chức danh vào một cơ quan.
office-handover-none = Cơ quan của đồng chí không có chức danh nào phải bàn giao ở đây.
office-people = Người dùng
# $n (Number) - n
# $m (Number) - m
office-people-count = { $n } tài khoản, { $m } chưa đổi mật khẩu dùng một lần
office-people-lead = Ai có tài khoản, với vai trò nào, cho cơ quan nào.
office-people-empty = Chưa có ai. Thêm một người bằng mẫu bên dưới, hoặc dán cả danh sách.
office-villages = Thôn, tổ dân phố
# $n (Number) - n
office-villages-count = { $n } thôn, tổ dân phố
office-policy = Chính sách công bố
office-policy-line = Mặc định an toàn, trừ khi tỉnh có quy định khác
office-see-on = Xem
office-on = Xem vào ngày
office-choose = Chọn…
office-unconfirmed = Chưa xác nhận
office-confirmed = Đã xác nhận
office-body = Cơ quan
office-kind = Loại
office-symbol = Ký hiệu trong văn bản
office-symbol-hint = Ví dụ: UBND, ĐU, PKT
office-source = Căn cứ
office-source-hint = Số, ký hiệu, ngày của văn bản
office-since = Từ ngày
office-since-hint = Bỏ trống nếu không rõ
office-not-sure = Chưa xác nhận
office-not-sure-hint = Chưa đối chiếu với văn bản gốc; màn hình sẽ ghi rõ như vậy
office-outside = Ngoài hệ thống: gửi công văn
office-outside-tick = Cơ quan ngoài hệ thống
office-outside-hint = Không có tài khoản; việc chuyển đến bằng công văn giấy
# $day (String) - day
office-follows = Kế tục từ { $day }
# $day (String) - day
office-until = Đến hết { $day }
office-successions = Kế tục
office-successions-empty = Chưa ghi việc kế tục nào.
office-old-body = Cơ quan trước
office-new-body = Cơ quan kế tục
office-add-body = Thêm cơ quan
office-add-body-hint = Sở, phòng, bệnh viện, trường học và tổ chức khác đều thêm ở đây, mỗi nơi có người đứng đầu riêng.
office-body-name = Tên cơ quan
office-succeed = Ghi việc kế tục
office-succeed-hint = Từ ngày này, việc của cơ quan trước là việc của cơ quan kế tục. Ghi lại lần nữa với văn bản của tỉnh thì ngày chưa xác nhận được thay.
office-succeed-button = Ghi việc kế tục
office-rename = Đổi tên từ một ngày
office-rename-hint = Văn bản của ngày trước đó vẫn in tên cũ.
office-rename-button = Ghi tên mới
office-names = Tên gọi qua thời gian
office-names-empty = Cơ quan này chưa đổi tên lần nào.
office-from-the-start = Từ đầu
office-post = Chức danh
office-post-name = Tên chức danh
office-add-post = Thêm chức danh
office-head = Người đứng đầu, có trách nhiệm đối thoại
office-head-hint = Theo quy chế của cấp ủy, chính quyền; cũng áp dụng cho người đứng đầu sở, bệnh viện, trường học nếu quy chế giao
office-holder = Người giữ chức vụ
office-acting = Phụ trách thay
office-acts = Phụ trách thay
office-vacant = Chưa có người giữ
office-on-leave = Đang nghỉ
office-timeline = Theo thời gian
office-timeline-empty = Chưa ghi ai giữ chức vụ này.
office-facts = Quyết định
office-paper = Văn bản
office-paper-hint = Ví dụ: Quyết định 12-QĐ/ĐU ngày 01/3/2026
office-paper-maybe = Văn bản, nếu có
# $from (String) - from
# $to (String) - to
office-days = Từ { $from } đến { $to }
# $from (String) - from
office-days-open = Từ { $from } đến nay
# $from (String) - from
# $to (String) - to
office-leave-days = Nghỉ từ { $from } đến { $to }
# $from (String) - from
office-leave-open = Nghỉ từ { $from }
office-appoint = Bổ nhiệm, giao phụ trách
office-appoint-hint = Mỗi ngày chỉ một người giữ chức vụ và nhiều nhất một người phụ trách thay. Người có tài khoản được quyền của chức danh đúng trong thời gian này.
office-appoint-button = Ghi quyết định
office-appoint-account-hint = Chọn người đã có tài khoản, hoặc chỉ ghi họ tên bên dưới (cho những năm trước)
office-no-account = Không có tài khoản
office-person-hint = Bỏ trống nếu đã chọn tài khoản
office-from = Từ ngày
office-to = Đến hết ngày
office-to-hint = Bỏ trống nếu chưa biết
office-acting-tick = Phụ trách thay
office-acting-hint = Chỉ trong lúc người giữ chức vụ nghỉ, hoặc khi chưa có người giữ
office-leave = Nghỉ phép, đi vắng dài ngày
office-leave-hint = Người nghỉ vẫn giữ chức vụ; người phụ trách thay đứng tên bên cạnh.
office-leave-button = Ghi nghỉ
office-back = Ghi đã trở lại
office-end = Thôi giữ chức vụ
office-end-hint = Sau ngày này người đó không còn quyền của chức danh. Danh sách bàn giao ở trang riêng.
office-end-button = Ghi thôi giữ chức vụ
office-last-day = Ngày cuối
office-void = Bỏ dòng ghi nhầm
office-day = Ngày
office-handed = Đã bàn giao
office-handed-empty = Chưa có lần bàn giao nào.
office-given-by = Bên giao
office-taken-by = Bên nhận
office-handover-title = Bàn giao chức vụ
office-handover-lead = Khi một người thôi giữ chức vụ: in danh sách những việc còn mở, ký giao nhận, rồi ghi lại.
office-handover-draft = Danh sách lấy từ số liệu hôm nay. Ghi việc bàn giao thì danh sách được giữ nguyên như lúc đó.
office-handover-paper = DANH SÁCH CÔNG VIỆC BÀN GIAO
# $day (String) - day
# $n (Number) - n
office-handover-as-of = Tính đến ngày { $day } còn { $n } việc:
# $day (String) - day
office-handover-due = Ngày { $day }
office-handover-nothing = Không còn việc nào chờ chức danh này.
office-handover-record = Ghi việc bàn giao
office-handover-hint = Danh sách trên được giữ lại như lúc ghi.
office-handover-button = Ghi việc bàn giao
office-handover-paper-hint = Biên bản bàn giao: số, ngày
# $given (String) - given
# $taken (String) - taken
# $day (String) - day
# $paper (String) - paper
office-handover-line = { $given } giao { $taken }, ngày { $day } ({ $paper })
office-add-person = Thêm một người
office-add-person-hint = Hệ thống tạo mật khẩu dùng một lần và in phiếu. Người đó đặt mật khẩu riêng ở lần đăng nhập đầu tiên.
office-add-person-button = Mở tài khoản và in phiếu
office-full-name = Họ và tên
office-login-hint = Bỏ trống thì lấy từ họ tên: Nguyễn Văn An thành annv
office-role = Vai trò
office-no-post = Không có chức danh
office-post-hint = Chỉ chọn khi người này giữ chức danh của cơ quan đã chọn; thời gian giữ chức vụ bắt đầu từ hôm nay
office-account = Tài khoản
office-account-open = Đang dùng
office-account-one-time = Chưa đổi mật khẩu dùng một lần
office-account-closed = Đã khóa
office-close-account = Khóa tài khoản
office-open-account = Mở lại tài khoản
office-reset = Cấp mật khẩu dùng một lần
office-reset-hint = Dùng khi người này quên mật khẩu. Mật khẩu cũ hết hiệu lực, mọi phiên đăng nhập kết thúc. Đưa phiếu tận tay.
office-reset-button = Cấp và in phiếu
office-grant = Giao vai trò
office-grant-hint = Vai trò của người đứng đầu đi theo chức danh: xem mục Chức danh.
office-grant-button = Giao vai trò
office-end-role = Thôi vai trò
office-with-tenure = Theo thời gian giữ chức vụ
office-one-time = Mật khẩu dùng một lần
office-slips-title = Phiếu tài khoản
# $n (Number) - n
office-slips-done = Đã xong { $n } phiếu
office-slips-lead = In ngay và đưa tận tay từng người. Trang này chỉ hiện một lần; mật khẩu không được lưu lại.
# $address (String) - address of the sign-in page
office-slip-where = Đăng nhập tại { $address }.
office-slip-text = Lần đầu dùng mật khẩu này, rồi đặt mật khẩu riêng. Sau đó hủy phiếu.
office-slips-back = Về danh sách
# $n (Number) - n
office-rows-wrong = Còn { $n } dòng chưa nhận. Sửa rồi dán lại các dòng này
office-bulk = Nhập cả danh sách
office-bulk-lead = Dán các dòng từ Excel hoặc bảng Word. Hệ thống cho xem trước, rồi mới mở tài khoản.
# $roles (String) - roles
office-bulk-hint = Vai trò là một trong: { $roles }.
office-bulk-rows = Danh sách: họ và tên, tên đăng nhập, vai trò, cơ quan, chức danh
office-bulk-rows-hint = Mỗi người một dòng; các ô cách nhau bằng phím Tab, dấu ; hoặc |. Tên đăng nhập và chức danh được bỏ trống
office-bulk-check = Xem trước
# $n (Number) - n
office-bulk-open = Mở { $n } tài khoản
office-bulk-open-hint = Các dòng đúng được nhận; dòng sai được trả lại kèm lý do
office-bulk-go = Tiếp tục
office-bulk-preview = Sẽ như sau
office-row-good = Nhận được
office-row-wrong = Chưa nhận được
office-calendar = Lịch làm việc
office-calendar-lead = Mọi thời hạn tính theo lịch này. Mỗi ngày nghỉ, ngày làm bù ghi rõ căn cứ; chưa có văn bản thì ghi là chưa xác nhận.
office-calendar-kept = Lịch dùng chung cho mọi đơn vị của hệ thống này, do quản trị của đơn vị cao nhất ghi.
office-calendar-import = Nhập lịch làm việc
office-calendar-set = Bộ dữ liệu ngày nghỉ “holidays”
office-day-off = Nghỉ
office-day-worked = Đi làm
office-year-list = Danh sách ngày nghỉ của năm
policy-lead = Mỗi mục dưới đây có tác dụng ngay khi lưu. Mặc định là thận trọng nhất; nới rộng hơn cần có văn bản của tỉnh.
policy-not-made = Người dân chọn nội dung đối thoại và lập nhóm ý kiến: hệ thống chưa có hai việc này, nên luôn tắt.
policy-never = Không bao giờ lấy ý kiến hay lập nhóm về cá nhân, đường lối của Đảng, tôn giáo, dân tộc, biên giới.
policy-names-shown = Được công bố tên người gửi, nếu người gửi chọn như vậy
policy-names-shown-hint = Mặc định: có. Tắt thì trang gửi ý kiến không hỏi nữa, và tên không được có trong văn bản nào công bố, kể cả ý kiến đã gửi trước.
policy-head-decides = Người đứng đầu quyết định công bố hoặc không công bố
policy-head-decides-hint = Mặc định: không; cán bộ tham mưu cũng quyết định được. Bật thì chỉ người đứng đầu quyết định.
policy-decision-days = Số ngày làm việc để quyết định công bố
policy-decision-days-hint = Mặc định: 10, tính từ ngày nhận. Áp dụng cho ý kiến nhận từ khi lưu.
policy-least-shown = Số ý kiến ít nhất để nêu tỷ lệ trên trang công khai
policy-least-shown-hint = Mặc định: 10. Số nhỏ hơn có thể lộ danh tính
policy-basis = Văn bản của tỉnh
policy-basis-hint = Cần khi tăng số ngày, hoặc hạ số ý kiến ít nhất
policy-button = Lưu chính sách
password-title = Đổi mật khẩu
password-lead = Các phiên đăng nhập khác sẽ kết thúc.
password-first = Đây là lần đăng nhập đầu tiên bằng mật khẩu dùng một lần. Xin đặt mật khẩu riêng trước khi làm việc.
password-one-time = Mật khẩu dùng một lần trên phiếu
password-old = Mật khẩu hiện nay
password-new = Mật khẩu mới
# $least (Number) - least
password-hint = Ít nhất { $least } ký tự, không chứa tên đăng nhập. Một câu dài dễ nhớ thì tốt hơn một từ khó
password-again = Gõ lại mật khẩu mới
password-button = Đổi mật khẩu
word-body-party-committee = Cấp ủy
word-body-party-office = Văn phòng cấp ủy
word-body-party-commission = Ban của cấp ủy
word-body-inspection = Ủy ban Kiểm tra
word-body-peoples-council = Hội đồng nhân dân
word-body-peoples-committee = Ủy ban nhân dân
word-body-office = Văn phòng
word-body-division = Phòng, sở
word-body-police = Công an
word-body-service-centre = Trung tâm Phục vụ hành chính công
word-body-public-service = Đơn vị sự nghiệp
word-body-front = Mặt trận Tổ quốc
word-body-organisation = Tổ chức khác
word-body-external = Cơ quan ngoài hệ thống
word-post-party-secretary = Bí thư cấp ủy
word-post-committee-chair = Chủ tịch UBND
word-post-council-standing = Thường trực HĐND
word-post-front-chair = Chủ tịch Ủy ban MTTQ
word-post-body-head = Người đứng đầu cơ quan: giám đốc, trưởng phòng, hiệu trưởng
word-post-chief-of-office = Chánh Văn phòng
word-open-approval = Dự thảo chờ duyệt
word-open-answer-approval = Dự kiến trả lời chờ duyệt
word-open-minutes = Biên bản chưa ký
word-open-notice = Thông báo kết luận chưa ban hành
word-open-dialogue = Cuộc đối thoại sắp tới
word-open-commitment = Việc đã hứa, chưa giao giải quyết tiếp
word-open-task = Nhiệm vụ chưa xong
word-open-answer = Dự kiến trả lời đang soạn
word-open-sent-up = Đã kiến nghị cấp trên, chờ trả lời
word-open-inbox = Cấp dưới kiến nghị, chưa trả lời
office-switch = Đổi vai trò
office-switch-lead = Đồng chí có nhiều vai trò. Mỗi lúc làm việc trong một vai trò; tên của vai trò đó đứng trên hồ sơ.
office-switch-button = Làm việc trong vai trò này
office-switch-now = Đang dùng
problem-login-taken = Tên đăng nhập này đã có người dùng. Xin chọn tên khác
problem-name-taken = Tên này đã có ở đây rồi
office-slips-all = In phiếu cho người chưa đổi mật khẩu
office-slips-all-hint = Mỗi người nhận một mật khẩu dùng một lần mới; phiếu cũ hết hiệu lực.
# $n (Number) - documents
office-rules-count = { $n } văn bản của đơn vị và cấp trên
office-calendar-line = Ngày nghỉ, ngày làm bù; căn cứ của từng năm
office-lacks = Còn thiếu trước cuộc đối thoại đầu tiên
office-lacks-none = Không thiếu gì: đơn vị có thể soạn cuộc đối thoại đầu tiên.
office-lack-why = Vì sao cần
office-lack-needed = Bắt buộc
office-lack-advised = Nên có
office-lack-secretary = Chưa có cán bộ tham mưu
office-lack-secretary-why = Người nhập ý kiến, soạn cuộc đối thoại, ghi biên bản.
office-lack-head = Chưa có người đứng đầu
office-lack-head-why = Người duyệt, chủ trì, ký biên bản và thông báo kết luận.
office-lack-villages = Chưa có thôn, tổ dân phố nào
office-lack-villages-why = Để ghi ý kiến của thôn nào và niêm yết ở đâu.
office-lack-council = Chưa có người của Thường trực HĐND
office-lack-council-why = Đồng chủ trì hội nghị đối thoại theo Luật Tổ chức chính quyền địa phương, Điều 43.
# $n (Number) - posts
office-lack-vacant = { $n } chức danh chưa có người giữ
office-lack-vacant-why = Ghi ai giữ chức danh từ ngày nào, để biên bản và văn bản nêu đúng người.
# $n (Number) - accounts
office-lack-one-time = { $n } người chưa đăng nhập lần đầu
office-lack-one-time-why = Phát phiếu cho từng người; ai cũng tự đặt mật khẩu khi đăng nhập lần đầu.
office-lack-rules = Chưa có quy chế của tỉnh hoặc của đơn vị
office-lack-rules-why = Bảng theo dõi thực hiện quy chế tính theo điều khoản đã ghi. Ghi văn bản của đơn vị tại đây; văn bản của tỉnh nạp bằng lệnh caunoi import regulations.
# $n (Number) - bodies
office-lack-unconfirmed = { $n } cơ quan chưa xác nhận
office-lack-unconfirmed-why = Đối chiếu tên gọi với quyết định của đơn vị.
office-lack-calendar = Lịch làm việc chưa xác nhận
office-lack-calendar-why = Mọi thời hạn tính theo lịch này: năm nay, năm sau, ngày 24/11.
