clause-lead = Ghi đúng điều đã đọc trong văn bản, rồi xem nhiệm vụ trong năm thay đổi thế nào trước khi lưu. Mỗi lần lưu là một phiên bản mới của danh mục; phiên bản cũ giữ nguyên.
clause-when = Có hiệu lực khi nào
clause-replaces = Thay điều khoản
clause-replaces-none = Không thay điều nào, ghi thêm
clause-from = Từ ngày (bắt buộc khi thay; để trống thì theo văn bản)
clause-to = Đến ngày
clause-posts = Giao cho chức danh (để trống thì mọi người đứng đầu)
clause-numbers = Các con số
clause-gap-max = Nhiều nhất bao nhiêu ngày đến cuộc tiếp theo
clause-months = Vào các tháng (ví dụ 6, 12)
clause-day-of-month = Trước ngày nào của tháng
clause-more = Loại đối thoại, kỳ báo cáo, nơi nhận
clause-dialogues = Về loại đối thoại (để trống thì mọi loại)
clause-basis = Theo quy định nào
clause-periods = Kỳ báo cáo
clause-receivers = Nơi nhận, mỗi dòng một nơi
clause-look-at = Xem trước
clause-year = Năm
clause-unit = Của đơn vị
clause-unit-first = Đơn vị đầu tiên có thay đổi
clause-look = Xem nhiệm vụ thay đổi thế nào
clause-save = Lưu điều khoản
clause-unconfirmed-note = Điều khoản chưa đối chiếu với văn bản gốc thì chỉ hiển thị kèm chữ “chưa xác nhận”, chưa giao nhiệm vụ cho ai.
clause-seen-title = Điều khoản này làm thay đổi những gì
# $unit (String) - unit
# $year (Number) - year
clause-seen-lead = { $unit }, nhiệm vụ năm { $year }. Chưa lưu gì.
# $n (Number) - units
# $year (Number) - year
clause-seen-nothing = Đã xem { $n } đơn vị: nhiệm vụ năm { $year } không đổi. Chưa lưu gì.
# $appear (Number) - appear
# $go (Number) - go
# $moved (Number) - move
# $same (Number) - stay
clause-seen-counts = Thêm { $appear } việc, bỏ { $go } việc, đổi { $moved } việc, giữ nguyên { $same } việc
clause-seen-what = Thay đổi
clause-seen-before = Đang áp dụng
clause-seen-after = Sau khi lưu
clause-seen-appears = Thêm
clause-seen-goes = Bỏ
clause-seen-moves = Đổi
clause-seen-none = Không có
# $n (Number) - units
clause-seen-others = { $n } đơn vị khác cũng đổi
clause-bodies-summary = Chỉ giao cho người đứng đầu một số cơ quan
clause-bodies = Loại cơ quan (để trống thì mọi cơ quan)
clause-body-names = Hoặc tên từng cơ quan như ghi trong danh mục của đơn vị, mỗi dòng một cơ quan
# $bodies (String) - kinds and names of bodies
rule-number-bodies = Người đứng đầu các cơ quan: { $bodies }
