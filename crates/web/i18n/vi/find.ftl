find-lead = Ông/bà gõ tên nơi ở để xem cuộc đối thoại sắp tới, những việc đang được giải quyết và gửi ý kiến. Không cần tài khoản.
find-title = Xã, phường, đặc khu nơi ông/bà ở
find-label = Tên xã, phường, đặc khu hoặc thôn, tổ dân phố
find-hint = Gõ có dấu hay không dấu đều được. Tên cũ trước ngày 01/7/2025 cũng tìm thấy.
find-near = Xem ngay:
find-button = Tìm nơi ở
find-results = Nơi tìm thấy
# $query (String) - what was typed
find-none = Chưa tìm thấy nơi nào tên “{ $query }”.
find-none-hint = Ông/bà thử gõ ít chữ hơn, chỉ gõ tên riêng (không cần chữ “xã”, “phường”), hoặc gõ tên cũ trước ngày 01/7/2025.
find-more = Còn nhiều nơi trùng tên. Ông/bà gõ thêm tên tỉnh, thành phố để thu hẹp.
# $names (String) - former names
find-formers = Tên cũ: { $names }. Nay là
find-in-part = một phần
find-demo = Dựng ra để trình diễn
find-want-title = Ông/bà có điều muốn nói?
find-want-text = Gửi trong khoảng 3 phút. Ông/bà nhận một mã để theo dõi đến khi có kết quả.
find-sent-title = Ông/bà đã gửi ý kiến?
find-code-label = Nhập mã trên phiếu
find-code-hint = Ví dụ: 7K4M-2P9T-6HRC-XW3Q8
find-code-button = Xem ý kiến
find-coming = Cuộc đối thoại sắp tới
find-coming-none = Chưa có cuộc đối thoại nào được thông báo. Ông/bà tìm nơi ở để xem các cuộc đã tổ chức, hoặc gửi ý kiến để được đưa vào cuộc tới.
find-resolved = Việc vừa có kết quả
find-resolved-none = Chưa có việc nào được công bố là đã giải quyết. Kết quả đầu tiên sẽ hiện ở đây, kèm ngày và minh chứng.
# $who (String) - posts
find-chairs = Chủ trì: { $who }
# $hour (Number) - hour
find-hour = { $hour } giờ
# $hour (Number) - hour
# $minute (String) - minute in two digits
find-hour-minute = { $hour } giờ { $minute }
# $day (String) - day
find-resolved-on = Có kết quả ngày { $day }
search-title = Tìm kiếm
search-lead = Tìm trong mọi điều đã công khai: nơi ở, ý kiến, vấn đề, cuộc đối thoại, kết luận, văn bản.
search-label = Từ cần tìm
search-hint = Gõ có dấu hay không dấu, viết tắt (UBND, TXĐT, MTTQ) hay viết đủ đều được.
search-button = Tìm
search-all = Tất cả
search-places = Nơi ở
search-items = Ý kiến
search-issues = Vấn đề
search-dialogues = Cuộc đối thoại
search-conclusions = Kết luận
search-kinds = Loại
# $count (Number) - results
search-count = { $count } kết quả
# $count (Number) - results shown
search-first = { $count } kết quả đầu
search-first-more = Ông/bà gõ thêm chữ hoặc chọn loại để thu hẹp.
# $query (String) - what was typed
search-none = Chưa tìm thấy gì với “{ $query }”
search-none-1 = Gõ ít chữ hơn: chỉ tên thôn, tên đường hoặc một việc, ví dụ “mương”, “rác”, “nước sạch”.
search-none-2 = Bỏ bớt dấu hoặc dùng từ khác cùng nghĩa.
search-none-3 = Ý kiến chưa được công bố không hiện ở đây. Ông/bà đã gửi thì xem bằng mã trên phiếu.
search-start = Ông/bà gõ từ cần tìm vào ô trên, ví dụ tên thôn hoặc việc ông/bà quan tâm.
