vhead-links-title = Đường dẫn cho trưởng thôn, tổ trưởng
vhead-links-help = Trưởng thôn mở đường dẫn trên điện thoại, không cần tài khoản: báo đã niêm yết, đọc câu trả lời cho bà con, ghi hộ ý kiến. Đường dẫn chỉ dùng cho một thôn, có hạn và thu hồi được.
vhead-make = Tạo đường dẫn
vhead-village = Thôn, tổ dân phố
vhead-lasts = Dùng được trong
# $days (Number) - days
vhead-days = { $days } ngày
# $village (String) - village
vhead-new = Đường dẫn của { $village }
vhead-new-help = Đưa cho trưởng thôn, tổ trưởng: quét mã bằng điện thoại, hoặc gõ địa chỉ này.
vhead-new-keep = Đường dẫn chỉ hiện một lần. Ai có đường dẫn đều dùng được, nên không gửi vào nhóm chung. Mất thì thu hồi và tạo mới.
vhead-qr = Mã QR của đường dẫn
vhead-list = Các đường dẫn đã tạo
vhead-list-empty = Chưa có đường dẫn nào.
vhead-revoke = Thu hồi
# $moment (String) - moment
vhead-revoked = Đã thu hồi { $moment }
# $day (String) - day
vhead-expired = Hết hạn { $day }
# $day (String) - day
vhead-open-until = Dùng được đến { $day }
# $who (String) - who
# $moment (String) - moment
vhead-made = { $who } tạo { $moment }
# $moment (String) - moment
vhead-used = Dùng gần nhất { $moment }
vhead-never-used = Chưa dùng lần nào
# $day (String) - day
vhead-until = Đường dẫn này dùng được đến ngày { $day }. Xin không đưa cho người khác.
vhead-to-post = Cần niêm yết
vhead-to-post-none = Không có văn bản nào cần niêm yết.
# $day (String) - day
vhead-due = Hạn niêm yết: { $day }
vhead-read-paper = Xem văn bản
vhead-read-out = Bài đọc trên loa
vhead-posted = Đã niêm yết
vhead-paper-office = Trang này không có văn bản ấy để in. Ông/bà nhận bản giấy tại Văn phòng HĐND và UBND.
vhead-posted-today = Đã niêm yết hôm nay
vhead-photo = Ảnh (không bắt buộc)
vhead-photo-hint = Ảnh chụp bảng tin. Hệ thống tự bỏ thông tin vị trí trong ảnh.
# $village (String) - village
vhead-place-proposed = Bảng tin { $village }
vhead-done = Đã niêm yết ở thôn
vhead-take-down = Đã gỡ xuống hôm nay
vhead-next = Cuộc đối thoại sắp tới
vhead-next-none = Chưa có cuộc đối thoại nào được thông báo.
vhead-see-dialogue = Xem cuộc đối thoại
vhead-pass-on = Ghi hộ ý kiến
vhead-pass-on-help = Ghi giúp người trong thôn. Người có ý kiến được một mã theo dõi và một số bí mật.
vhead-answers = Câu trả lời để đọc cho bà con
vhead-answers-help = Chỉ gồm ý kiến của thôn đã được công bố. Câu trả lời riêng, người gửi xem bằng mã theo dõi.
vhead-answers-none = Chưa có câu trả lời nào được công bố cho thôn.
vhead-back = Về trang của thôn
vhead-kind = Ý kiến thuộc loại nào?
vhead-lawful = Trang này không nhận nội dung. Ông/bà hướng dẫn bà con gửi đúng nơi:
vhead-body = Nội dung ý kiến
vhead-body-hint = Ghi đúng lời người nói: việc gì, ở đâu, từ bao giờ, đề nghị thế nào.
vhead-name = Họ và tên người có ý kiến (không bắt buộc)
vhead-phone = Số điện thoại người đó (không bắt buộc)
vhead-address = Địa chỉ người đó (không bắt buộc)
vhead-private = Tên, số điện thoại, địa chỉ chỉ cán bộ giải quyết xem được. Gửi xong, trang này không hiện lại nội dung.
vhead-send = Gửi ý kiến
vhead-slip-title = Đã nhận ý kiến
vhead-slip-once = Ông/bà chép hoặc in phiếu này đưa ngay cho người có ý kiến. Phiếu chỉ hiện một lần.
vhead-slip-secret = Số bí mật, chỉ hiện một lần
# $who (String) - who
# $day (String) - day
vhead-slip-next = { $who } báo nơi giải quyết, chậm nhất { $day }.
vhead-slip-gone = Phiếu chỉ hiện một lần. Ai mất phiếu thì đến xã hỏi, mang theo giấy tờ.
# $village (String) - village
# $day (String) - last day
vhead-gone-divided = { $village } đã chia tách sau ngày { $day }. Đường dẫn này không dùng được nữa.
# $village (String) - village
# $day (String) - last day
vhead-gone-moved = { $village } đã chuyển sang xã, phường khác sau ngày { $day }. Đường dẫn này không dùng được nữa.
# $village (String) - village
# $day (String) - last day
vhead-gone-ended = { $village } không còn sau ngày { $day }. Đường dẫn này không dùng được nữa.
vhead-gone-into = Nay là:
vhead-gone-do = Ông/bà liên hệ Văn phòng HĐND và UBND nơi thôn, tổ dân phố nay thuộc về để nhận đường dẫn mới.
# $villages (String) - former names
vhead-formerly = Gồm cả việc của: { $villages } (cũ)
vhead-none-title = Đường dẫn không mở được
vhead-none-text = Đường dẫn gõ thiếu, đã hết hạn hoặc đã thu hồi. Ông/bà liên hệ Văn phòng HĐND và UBND xã, phường để nhận đường dẫn mới.
