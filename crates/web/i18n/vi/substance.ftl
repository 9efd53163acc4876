substance-title = Thực chất của các cuộc đối thoại
# $unit (String) - unit
# $year (Number) - year
# $day (String) - day
substance-lead = { $unit }, năm { $year }, đến ngày { $day }. Từng chỉ số đứng riêng, kèm số gốc; không cộng thành điểm, không xếp hạng.
substance-link = Thực chất của các cuộc đối thoại
substance-none = Năm này chưa có cuộc đối thoại nào đã tổ chức.
substance-opinions = Ý kiến mỗi cuộc
substance-opinions-is = Số ý kiến của Nhân dân có trong biên bản đã ký của một cuộc: mỗi lượt phát biểu gắn với một việc hoặc với một thôn, tổ dân phố.
substance-answered = Ý kiến đã trả lời
substance-answered-is = Trong số ý kiến của biên bản, bao nhiêu ý kiến đã được trả lời tại cuộc đối thoại hoặc sau đó, tính đến hôm nay.
substance-repeated = Ý kiến lặp lại
substance-repeated-is = Trong số ý kiến của biên bản, bao nhiêu ý kiến về việc mà một cuộc trước của đơn vị đã nêu.
substance-speech = Thời gian Nhân dân phát biểu
substance-speech-is = Số phút Nhân dân phát biểu trong tổng số phút của Nhân dân và của chủ trì, các cơ quan. Chỉ có ở cuộc có người đo.
# $n (Number) - number
substance-sign-count = Cần kiểm tra khi dưới { $n }
# $n (Number) - per cent
substance-sign-least = Cần kiểm tra khi dưới { $n }%
# $n (Number) - per cent
substance-sign-most = Cần kiểm tra khi trên { $n }%
# $base (Number) - base
# $days (Number) - days
substance-sign-base = chỉ xét khi số gốc từ { $base } trở lên, sau { $days } ngày.
# $base (Number) - base
substance-sign-base-at-once = chỉ xét khi số gốc từ { $base } trở lên.
substance-sign-unconfirmed = Ngưỡng do phần mềm tạm đặt, chưa xác nhận: không văn bản nào nêu số này.
substance-definitions = Chỉ số nghĩa là gì
substance-dialogues = Từng cuộc
substance-day = Ngày tổ chức
substance-attendance = Có mặt trên số mời
substance-no-record = Chưa ghi
# $part (Number) - part
# $of (Number) - whole
substance-of = { $part } trong { $of }
# $n (Number) - opinions
# $of (Number) - dialogues
substance-sum-opinions = { $n } ý kiến ở { $of } cuộc
substance-total = Cả năm
substance-check = Cần kiểm tra
substance-chairs = Người đứng đầu chủ trì và cấp phó chủ trì
substance-chairs-lead = Đặt cạnh nhau để xem lại việc ủy quyền; số cuộc ít thì không nói lên điều gì.
substance-chairs-closed = Kết quả theo từng người chủ trì thuộc bản ghi năm của người đứng đầu; cơ quan khác xem khi có quyết định.
substance-chair-col = Ai chủ trì
substance-chair-head = Người đứng đầu
substance-chair-deputy = Cấp phó, theo ủy quyền
substance-chair-unknown = Chưa ghi ai chủ trì
substance-col-dialogues = Số cuộc
substance-col-concluded = Việc đã kết luận
substance-col-resolved = Đã giải quyết
substance-col-agreed = Người dân đồng ý
substance-speech-form = Ghi thời gian phát biểu
substance-speech-form-lead = Tính bằng phút, do người ghi biên bản đo. Ghi lại thì thay số cũ.
substance-speech-dialogue = Cuộc đối thoại
substance-speech-people = Nhân dân phát biểu, phút
substance-speech-chair = Chủ trì và các cơ quan phát biểu, phút
substance-speech-button = Ghi thời gian
# $people (Number) - voter meetings
substance-beside = Ngoài ra có { $people } cuộc tiếp xúc cử tri trong năm, ghi riêng, không tính vào số cuộc đối thoại.
