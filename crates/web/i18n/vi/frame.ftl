language-name = Tiếng Việt
skip-to-content = Đến nội dung chính
tagline = Tiếp xúc, đối thoại với Nhân dân
nav-main = Chính
nav-find = Nơi ở
nav-send = Gửi ý kiến
nav-send-short = Gửi ý kiến
nav-follow = Theo dõi
nav-search = Tìm
nav-help = Trợ giúp
demo-label = Bản trình diễn
demo-banner = Bản trình diễn: người, xã và việc ở đây đều do chúng tôi dựng ra.
footer-purpose = nơi ông/bà gửi ý kiến tới người đứng đầu cấp ủy, chính quyền và theo dõi đến khi có kết quả.
footer-offline = Không dùng được mạng? Cách gửi trực tiếp
footer-privacy = Bảo vệ thông tin cá nhân
footer-staff = Dành cho cán bộ
other-language = English
desk-nav-home = Việc cần làm
desk-nav-triage = Phân loại
desk-nav-dialogues = Đối thoại
desk-nav-tasks = Nhiệm vụ
desk-nav-superior = Từ cấp dưới
desk-nav-handovers = Sổ chuyển đơn
sign-out = Đăng xuất
sign-in-title = Đăng nhập dành cho cán bộ
sign-in-login = Tên đăng nhập
sign-in-password = Mật khẩu
sign-in-button = Đăng nhập
sign-in-hint = Người dân không cần đăng nhập để gửi và theo dõi ý kiến.
sign-in-wrong = Tên đăng nhập và mật khẩu chưa khớp. Xin kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi thử lại.
error-prefix = Lỗi
error-summary = { $count ->
   *[other] Có lỗi: còn { $count } chỗ cần sửa
}
due-overdue = { $days ->
   *[other] Quá hạn { $days } ngày
}
due-today = Hôm nay
due-in = { $days ->
   *[other] Còn { $days } ngày
}
standing-received = Đã tiếp nhận
standing-triaged = Đã phân loại
standing-scheduled = Đã đưa vào nội dung đối thoại
standing-heard = Đã trả lời tại đối thoại, chờ kết luận
standing-in-progress = Đang giải quyết
standing-no-resources = Chưa có nguồn lực
standing-escalated = Đã kiến nghị cấp trên
standing-superior-answered = Cấp trên đã trả lời
standing-done = Đã giải quyết, chờ người dân trả lời
standing-agreed = Người dân đồng ý
standing-reopened = Mở lại, đang giải quyết
standing-further-path = Đã chỉ rõ bước tiếp theo
standing-ended = Kết thúc theo thủ tục
standing-sealed = Đã chuyển theo luật riêng
outcome-resolved-done = Đã giải quyết: xong
outcome-resolved-explained = Đã giải quyết: đã giải thích, cung cấp thông tin
outcome-unresolved-in-progress = Chưa giải quyết: đang giải quyết
outcome-unresolved-no-resources = Chưa giải quyết: chưa có nguồn lực
outcome-escalated-sent = Kiến nghị cấp trên: đã gửi
outcome-escalated-answered = Kiến nghị cấp trên: đã trả lời
fault-go-home = Về trang đầu
fault-go-work = Về trang làm việc
fault-not-found-work = Địa chỉ có thể đã gõ thiếu, hoặc trang này không mở cho vai trò của đồng chí. Xin kiểm tra lại địa chỉ hoặc quay về trang làm việc.
fault-not-found-title = Không có trang này
fault-not-found-text = Địa chỉ có thể đã gõ thiếu, hoặc trang này không dành cho ông/bà. Xin kiểm tra lại địa chỉ hoặc quay về trang đầu.
fault-foreign-title = Mẫu gửi đã cũ
fault-foreign-text = Vì an toàn, hệ thống không nhận mẫu này. Xin quay lại trang trước, tải lại rồi gửi lần nữa.
fault-refused-title = Chưa làm được bước này
fault-refused-text = Xin xem những điều còn thiếu dưới đây.
fault-sign-in-title = Phiên làm việc đã hết
fault-sign-in-text = Vì vậy điều vừa gửi chưa được ghi nhận. Xin đăng nhập rồi gửi lại.
fault-typed-title = Những gì ông/bà đã gõ
fault-typed-text = Hệ thống không giữ phần này. Nếu còn cần, xin chép lại trước khi rời trang.
# $n (Number) - which text of the form
fault-typed-part = Đoạn { $n }
fault-too-many-title = Thử quá nhiều lần
# $minutes (Number) - minutes to wait
fault-too-many-text = { $minutes ->
   *[other] Xin chờ khoảng { $minutes } phút rồi thử lại.
}
fault-unread-title = Chưa đọc được yêu cầu này
fault-unread-text = Địa chỉ hoặc mẫu gửi bị thiếu một phần nên chưa ghi nhận gì. Xin quay lại trang trước, tải lại rồi gửi lần nữa.
fault-too-large-title = Nội dung gửi quá lớn
fault-too-large-text = Điều vừa gửi chưa được ghi nhận. Xin quay lại trang trước, bớt tệp hoặc chọn tệp nhỏ hơn rồi gửi lần nữa.
fault-reading-text = Trang này chưa mở được. Xin thử lại sau ít phút.
fault-broken-title = Hệ thống đang trục trặc
fault-broken-text = Điều vừa gửi chưa được ghi nhận. Xin quay lại trang trước và gửi lần nữa sau ít phút; nội dung đã gõ vẫn còn ở trang trước.
fault-later-title = Máy chủ đang bận
fault-later-text = Điều vừa gửi có thể chưa được ghi nhận. Xin quay lại trang trước và gửi lần nữa sau ít phút; nội dung đã gõ vẫn còn ở trang trước, gửi lại không bị tính hai lần.
