problem-empty = Xin điền chỗ này
problem-empty-body = Xin viết nội dung ý kiến, ít nhất một câu
# $max (Number) - characters
problem-too-long = Xin viết ngắn hơn, nhiều nhất { $max } ký tự
problem-choose = Xin chọn một mục
problem-choose-kind = Xin chọn một loại
problem-choose-village = Xin chọn một thôn, tổ dân phố trong danh sách
# $month (Number) - month
# $last (Number) - its last day
problem-no-such-day = Xin sửa ngày: tháng { $month } chỉ có { $last } ngày
problem-no-such-month = Xin sửa tháng: một năm có 12 tháng
problem-missing-year = Xin ghi đủ ngày, tháng, năm. Ví dụ: 15/11/2026
problem-not-a-date = Xin ghi ngày trước, tháng sau. Ví dụ: 15/11/2026
problem-day-out-of-order = Xin xem lại ngày: việc đã qua không ghi ngày chưa đến; thời hạn và bước sau không ghi ngày sớm hơn bước trước
# $min (Number) - least
# $max (Number) - most
problem-number = Xin ghi một số từ { $min } đến { $max }
problem-time = Xin ghi giờ và phút. Ví dụ: 07:30
problem-bad-character = Có ký tự không lưu được. Xin xóa và gõ lại chỗ này
problem-state-secret = Tài liệu có dấu mật không được đưa vào hệ thống này. Xin gửi theo quy định về bảo vệ bí mật nhà nước
problem-file-missing = Xin kèm bản chụp hoặc bản quét
# $name (String) - file name
problem-file-empty = Tệp “{ $name }” trống. Xin chọn lại tệp
# $name (String) - file name
# $max (Number) - megabytes
problem-file-too-large = Tệp “{ $name }” quá lớn. Mỗi tệp nhiều nhất { $max } MB
# $name (String) - file name
problem-file-kind = Tệp “{ $name }” không phải ảnh, PDF, Word, Excel, âm thanh hoặc video MP4. Xin chọn tệp khác
# $max (Number) - files
problem-file-too-many = Nhiều nhất { $max } tệp. Xin bỏ bớt
# $name (String) - file name
problem-file-torn = Tệp “{ $name }” bị hỏng hoặc chưa đến đủ. Xin mở thử tệp ấy trên máy rồi chọn lại
problem-empty-file = Xin chọn tệp
problem-file-cut-short = Tệp chưa đến đủ. Xin chọn lại tệp và gửi lần nữa
# $name (String) - file name
problem-file-gone = Trang này mở đã lâu nên tệp “{ $name }” không còn. Xin chọn lại tệp
problem-not-now = Việc này đã chuyển sang bước khác. Xin tải lại trang để xem bước hiện nay
# $least (Number) - documents
# $found (Number) - documents
problem-documents = Cần ít nhất { $least } tài liệu công khai kèm thông báo, đã có { $found }
# $least (Number) - documents
# $found (Number) - documents
problem-documents-own = Cần ít nhất { $least } tài liệu công khai kèm thông báo, đã có { $found } (mức do phần mềm tạm đặt, chưa xác nhận)
problem-finding-gone = Máy không còn thấy nội dung cần kiểm tra này, nên không có gì để làm tiếp
problem-task-open = Nội dung này đã có một việc khắc phục chưa xong. Xin theo dõi hoặc gia hạn việc ấy
problem-judged-anew = Ngày này đã qua: các hạn tính từ ngày ấy đến nay sẽ được tính lại. Nếu đúng là vậy, xin đánh dấu ô xác nhận rồi gửi lại
problem-choose-instead = Xin chọn một ngày làm việc chưa phải ngày tiếp công dân, không trước ngày niêm yết thông báo
problem-text-changed = Văn bản đã được sửa sau khi trang này được mở. Xin đọc bản mới dưới đây rồi quyết định
problem-others-hold-it = Các việc còn lại của thư vẫn chứa nội dung cần niêm phong, hoặc tên, số điện thoại, địa chỉ người gửi: trong lời văn, trao đổi, nhiệm vụ hoặc tên nhóm vấn đề của chúng. Xin sửa, tách lại cho hết, hoặc niêm phong cả thư
problem-phone = Ghi số điện thoại bằng chữ số, ví dụ 0912 345 678 hoặc +84 912 345 678; không có thì để trống
problem-has-it-already = Cơ quan này đang chủ trì nhiệm vụ, xin chọn cơ quan khác
problem-urged-today = Việc này hôm nay đã đôn đốc. Mỗi ngày đôn đốc một lần là đủ
problem-never-kept = Không lưu nháp khiếu nại, tố cáo và văn bản mật; bản nháp lưu trước đó, nếu có, đã được bỏ
problem-not-kept = Máy chủ chưa ghi được vào lúc này. Điều đã nhập còn nguyên ở đây; xin gửi lại sau ít phút. Gửi lại không bị tính hai lần
problem-missing-time = Ghi ngày và giờ tổ chức
problem-missing-place = Ghi địa điểm
problem-missing-content = Chọn ít nhất một nội dung đối thoại
problem-missing-how-to-join = Ghi cách người dân tham dự
# $days (Number) - days
# $by (String) - day
problem-lead-time = Phải thông báo trước ít nhất { $days } ngày, tức là chậm nhất ngày { $by }. Nếu vẫn thông báo, xin ghi lý do; tên người quyết định được lưu lại
problem-contents-approval = Nội dung đối thoại chưa được người chủ trì duyệt
problem-signed-minutes = Biên bản chưa ký
# $title (String) - item
problem-outcome = “{ $title }” chưa có kết quả: chọn một trong ba nhóm
# $title (String) - item
problem-outcome-body = “{ $title }”: ghi cơ quan giải quyết
# $title (String) - item
problem-outcome-due = “{ $title }”: ghi thời hạn
# $title (String) - item
problem-outcome-receiver = “{ $title }”: ghi nơi được kiến nghị
# $title (String) - item
problem-outcome-evidence = “{ $title }”: ghi kết quả kèm minh chứng hoặc căn cứ
# $title (String) - item
problem-outcome-reason = “{ $title }”: ghi lý do
# $post (String) - post
problem-presiding = Ghi ai đã chủ trì thay mặt chức danh: { $post }
problem-minute-entry = Biên bản chưa có lượt phát biểu nào
# $post (String) - post
problem-delegation-paper = { $post } ủy quyền chủ trì: ghi cấp phó chủ trì thay, văn bản ủy quyền và lý do
problem-evidence = Ghi kết quả, kèm minh chứng hoặc căn cứ
problem-ending-paper = Ghi số văn bản, ngày và nơi nhận
problem-notice = Chưa ban hành thông báo kết luận
# $found (String) - as typed
# $choices (String) - the list
problem-not-one-of = Không có “{ $found }” trong danh sách. Xin ghi một trong các mục: { $choices }
problem-own-law = Khiếu nại, tố cáo có luật riêng, không nhập như ý kiến. Xin ghi vào Sổ chuyển đơn và chuyển đơn theo luật
problem-symbol = “{ $found }” không phải số, ký hiệu văn bản. Ghi như 12/TB-UBND hoặc 37-CT/TU
problem-private-datum = Phần này ai cũng đọc được, mà còn số điện thoại, số giấy tờ, địa chỉ thư điện tử hoặc tên người gửi. Xin bỏ đi rồi gửi lại
problem-unit-period = { $found } chỉ có đến ngày { $last }; nay là { $now }. Ý kiến nhận sau ngày đó ghi đơn vị mới
# $found (String) - village
# $last (String) - last day
# $day (String) - day of receipt
# $choices (String) - villages of that day
problem-village-no-longer = { $found } chỉ có đến hết ngày { $last }; ý kiến nhận ngày { $day } ghi thôn của ngày ấy: { $choices }
# $found (String) - village
# $first (String) - first day
# $day (String) - day of receipt
# $choices (String) - villages of that day
problem-village-not-yet = { $found } có từ ngày { $first }; ý kiến nhận ngày { $day } ghi thôn của ngày ấy: { $choices }
# $code (String) - code of a unit
problem-no-unit-of-code = Không có đơn vị cấp trên hoặc đơn vị liên quan mang mã { $code } trong giai đoạn đó. Xin nhập đơn vị ấy trước, hoặc xem lại mã và giai đoạn
problem-column-twice = Hai tiêu đề cùng ghép vào cột “{ $name }”. Xin để trống một tiêu đề
problem-formula = Ô này là công thức. Xin dán lại thành giá trị
problem-already-there = Số này đã có trong sổ với nội dung khác. Xin xem lại số
# $missing (String) - names of columns
problem-no-such-column = Bảng thiếu cột: { $missing }. Xin ghép tiêu đề trong sổ với cột ấy, hoặc dùng bảng mẫu
problem-unreadable = Không đọc được bảng này. Xin lưu lại thành XLSX hoặc CSV (UTF-8), nhiều nhất 20.000 dòng
problem-no-sealing-key = Chưa có khóa niêm phong. Xin báo quản trị đặt khóa công khai của cơ quan nhận đơn vào tệp sealed-to.txt trong thư mục dữ liệu
problem-cannot-undo = Việc này đã có bước tiếp theo nên không hoàn tác được nữa
# $title (String) - item
problem-outcome-text = “{ $title }”: ghi nội dung kết luận
# $title (String) - item
problem-outcome-paper = “{ $title }”: ghi số và ngày văn bản gửi đi
# $post (String) - post
problem-absence-reason = Ghi lý do vắng của { $post }
# $title (String) - item
problem-unanswered = “{ $title }” chưa được trả lời và chưa giao ai giải quyết
problem-minutes-opened = Ghi giờ khai mạc
problem-minutes-closed = Ghi giờ bế mạc
problem-minutes-order = Xem lại giờ: bế mạc phải sau khai mạc
problem-minutes-presider = Ghi ít nhất một người đã chủ trì
problem-minutes-check = Biên bản chưa được kiểm tra
problem-minutes-secretary = Ghi tên người ghi biên bản
problem-notice-number = Ghi số văn bản đã lấy từ hệ thống quản lý văn bản
problem-notice-signed-on = Ghi ngày ký thông báo
problem-notice-signer = Ghi tên và chức danh người ký
problem-notice-check = Dự thảo thông báo chưa được Chánh Văn phòng kiểm tra
problem-notice-items = Chưa có việc nào để kết luận
# $next (Number) - next number
problem-number-taken = Số này đã dùng cho văn bản khác. Số tiếp theo là { $next }
problem-linked-item = Lượt phát biểu này đã lập thành ý kiến. Xin chọn “Không gắn với việc nào” cho lượt này, niêm phong ý kiến đó ở trang phân loại, rồi chuyển lượt phát biểu vào Sổ chuyển đơn
problem-in-open-minutes = Việc này đang được nhắc trong biên bản chưa ký. Xin mở biên bản, sửa lượt phát biểu đó: chọn “Không gắn với việc nào” rồi chuyển vào Sổ chuyển đơn; sau đó niêm phong ở đây
problem-on-paper = Việc này đã nằm trong biên bản đã ký hoặc thông báo đã ban hành nên không rút ra được. Xin chọn “Không công bố” để trang công khai không còn hiện, và ghi việc chuyển vào Sổ chuyển đơn
problem-no-office = Nơi này chưa nhận ý kiến qua trang này. Xin gửi trực tiếp tại trụ sở xã, phường
problem-empty-reason = Xin ghi lý do, ít nhất một câu
problem-empty-code = Xin nhập mã theo dõi in trên phiếu
problem-empty-secret = Ông/bà nhập số bí mật 6 chữ số in trên phiếu
problem-empty-items = Đánh dấu chọn ít nhất một ý kiến trong danh sách
problem-empty-commune = Ông/bà ghi tên xã, phường, đặc khu
problem-choose-commune = Chưa tìm thấy nơi này. Ông/bà gõ lại tên xã, phường, đặc khu
problem-choose-place = Ông/bà chọn một nơi trong danh sách, hoặc gõ tên đầy đủ hơn
problem-choose-verdict = Ông/bà chọn đồng ý hoặc chưa đồng ý
# $expected (Number) - characters
# $found (Number) - characters typed
problem-code-length = Ở đây cần { $expected } chữ và số, ông/bà mới gõ { $found }. Xin đếm lại theo phiếu, không tính dấu gạch
# $found (String) - character
# $position (Number) - its place
problem-code-character = Ký tự thứ { $position } là “{ $found }”: trên phiếu không có ký tự này. Xin xem lại phiếu
problem-code-check = Có một chữ hoặc số gõ nhầm, hoặc hai chữ đổi chỗ. Xin so từng nhóm với phiếu; ký tự cuối cùng dùng để kiểm tra cả mã
problem-code-unknown = Không có ý kiến nào mang mã này. Xin so từng nhóm với phiếu; nếu mất phiếu, ông/bà hỏi tại Văn phòng HĐND và UBND nơi đã gửi
problem-secret-wrong = Số này không phải số bí mật trên phiếu. Xin xem lại 6 chữ số dưới đường cắt của phiếu
# $max (Number) - megabytes
problem-files-too-large = Các tệp quá lớn. Mỗi tệp nhiều nhất { $max } MB. Xin chọn lại tệp nhỏ hơn
# $name (String) - name of a village
problem-taken-name = Tên “{ $name }” đã có trong danh sách, hoặc ghi hai lần. Xin bỏ dòng này
problem-same-name = Trong xã, phường đã có thôn, tổ dân phố mang tên này
problem-choose-other-commune = Ghi mã của một xã, phường, đặc khu khác hiện nay
problem-missing-join-link = Ghi đường dẫn hoặc kênh để người dân tham dự trực tuyến
problem-missing-council = Chọn Thường trực HĐND đồng chủ trì: hội nghị theo Điều 43 cần có
problem-missing-party-invited = Đánh dấu đã mời cấp ủy: hội nghị theo Điều 43 phải mời cấp ủy
problem-plan-rows = Thêm ít nhất một cuộc vào kế hoạch
problem-not-a-dialogue-voter-meeting = Tiếp xúc cử tri là việc của đại biểu Quốc hội, đại biểu HĐND, không tính là tiếp xúc, đối thoại của người đứng đầu. Ghi cuộc này vào sổ họp khác
problem-not-a-dialogue-reception = Tiếp công dân có lịch và sổ riêng, không tính là đối thoại. Ghi cuộc này vào sổ họp khác
problem-not-a-dialogue-seminar = Tọa đàm, họp khác không tính là đối thoại. Ghi cuộc này vào sổ họp khác
# $place (String) - commune
# $day (String) - day of the new slip
problem-code-replaced = Mã này đã hết dùng: { $place } đã cấp phiếu mới cho ý kiến này ngày { $day }. Ông/bà dùng mã trên phiếu mới; không có phiếu ấy thì đến hỏi Văn phòng HĐND và UBND, mang theo giấy tờ.
problem-missing-pilot-reach = Ghi thí điểm cho ai, ở đâu
problem-missing-pilot-paper = Ghi văn bản cho thí điểm
problem-overtaken = Người khác đã sửa sau khi trang này được mở, nên chưa lưu gì. Chữ vừa gõ vẫn còn dưới đây. Xin xem bản đang lưu, rồi gửi lần nữa nếu vẫn muốn thay bản ấy
problem-head-lets-send = Chỉ người đứng đầu đặt cho hệ thống tự gửi. Xin chọn cách khác, hoặc trình người đứng đầu
problem-head-decides = Theo chính sách công bố của đơn vị, người đứng đầu quyết định công bố. Trình người đứng đầu mở mục này.
problem-day-cancelled = Ngày này đã ghi là không tiếp theo lịch. Xin xem lại ngày
problem-no-fixed-day = Ngày này không phải ngày tiếp công dân theo lịch của chức danh đã chọn. Xin xem lại ngày hoặc chức danh
problem-choose-week = Chọn ít nhất một ngày trong tuần, hoặc ghi ngày cố định trong tháng; không chọn cả hai
problem-empty-tasks = Đánh dấu chọn ít nhất một nhiệm vụ trong danh sách
