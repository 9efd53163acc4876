villages-nav = Thôn, tổ dân phố
# $unit (String) - commune
villages-title-of = Thôn, tổ dân phố: { $unit }
villages-help = Đổi tên, sáp nhập, chia hay chuyển thôn không xóa gì: ý kiến đã nêu vẫn ghi tên thôn lúc đó, và tìm được theo cả tên cũ lẫn tên mới.
villages-now = Hiện có
villages-none = Chưa có thôn, tổ dân phố nào. Dán cả danh sách ở dưới; từ đó người dân chọn được nơi mình ở khi gửi ý kiến.
villages-col-name = Tên
villages-col-from = Từ ngày
villages-col-source = Căn cứ
villages-since-unknown = Không ghi
villages-demo = Dựng ra để trình diễn
# $unit (String) - commune
villages-moving = Đang chuyển sang { $unit }, chờ nơi đó tiếp nhận
villages-add = Thêm thôn, tổ dân phố
villages-add-button = Thêm
villages-names = Tên các thôn, tổ dân phố, mỗi dòng một tên
villages-names-hint = Kèm chữ “thôn”, “tổ dân phố”, “khu phố”. Dán được cả danh sách, nhiều nhất 200 dòng.
villages-new-name = Tên mới
villages-new-name-hint = Có thể giữ tên của một trong các thôn được sáp nhập.
villages-new-names = Tên các thôn sau khi chia
villages-new-names-hint = Mỗi dòng một tên, từ hai tên trở lên.
villages-from-known = Có từ ngày (nếu biết)
villages-on-day = Có hiệu lực từ ngày
villages-day-hint = Ngày/tháng/năm, không sau ngày hôm nay
villages-paper = Căn cứ
villages-paper-hint = Số, ký hiệu nghị quyết hoặc quyết định
villages-source-hint = Số, ký hiệu nghị quyết; chưa có thì ghi nơi lấy danh sách. Ví dụ: danh sách của Văn phòng HĐND và UBND
villages-rename = Đổi tên
villages-rename-button = Ghi tên mới
villages-merge = Sáp nhập các thôn
villages-merge-which = Các thôn được sáp nhập
villages-merge-button = Ghi sáp nhập
villages-divide = Chia một thôn
villages-divide-help = Ý kiến đã nêu ở thôn này vẫn ở lại với tên cũ: không ai đoán mỗi ý kiến thuộc phần nào.
villages-divide-button = Ghi chia thôn
villages-move = Chuyển sang xã khác
villages-move-help = Xã nhận phải tiếp nhận thì việc chuyển mới xong; không ai ghi vào danh sách của xã khác.
villages-move-to = Mã xã, phường nhận
villages-move-to-hint = Mã đơn vị hành chính 5 chữ số, vì tên xã hay trùng
villages-move-button = Gửi sang xã nhận
villages-which = Thôn, tổ dân phố
villages-choose = Chọn
villages-arriving = Thôn chuyển đến, chờ tiếp nhận
# $village (String) - village
# $unit (String) - commune
# $day (String) - day
# $paper (String) - paper
villages-arriving-line = { $village }, từ { $unit }, có hiệu lực ngày { $day }, theo { $paper }
villages-receive = Tiếp nhận
villages-changes = Đã thay đổi
villages-changes-none = Chưa có thay đổi nào được ghi.
villages-col-before = Trước
villages-col-change = Thay đổi
villages-col-after = Sau
villages-change-renamed = Đổi tên
villages-change-merged = Sáp nhập
villages-change-divided = Chia
villages-change-moved = Chuyển xã
