figures-title = Số liệu và kết quả giám sát đã công bố
figures-lead = Những con số và hạn chế mà báo chí, báo cáo đã công bố, ghi đúng như nguồn và đúng đơn vị lúc đó. Số của hồ sơ trong hệ thống đặt bên cạnh, không cộng lẫn.
figures-footer = Số liệu đã công bố
figures-unit = Đơn vị lúc đó
figures-all-units = Tất cả các đơn vị
figures-year = Năm
figures-all-years = Tất cả các năm
figures-published = Số liệu
figures-none = Chưa có số liệu nào được nhập.
figures-none-so = Không có mục nào với đơn vị và năm đã chọn. Ông/bà chọn “Tất cả” để xem lại.
figures-findings = Kết quả giám sát
figures-findings-lead = Ghi lại nguyên câu của nguồn, không thêm số và không đánh giá.
figures-findings-none = Chưa có kết quả giám sát nào được nhập.
figures-parts = Trong đó:
figures-named = Đơn vị được nêu tên:
figures-pilot = Thí điểm
# $source (String) - source
figures-source = Nguồn: { $source }
# $number (String) - number
figures-over = trên { $number }
# $number (String) - number
figures-nearly = gần { $number }
# $number (String) - number
figures-about = khoảng { $number }
figures-sum-holds = Các phần cộng lại đúng bằng tổng.
figures-sum-not-exact = Có số ước lượng nên không cộng để kiểm được.
# $parts (String) - sum of the parts
# $total (String) - printed total
figures-sum-off = Cần lưu ý: các phần cộng lại là { $parts }, nguồn ghi { $total }. Giữ nguyên như nguồn.
# $count (Number) - dialogues
figures-rows = Theo hồ sơ trong hệ thống, cùng đơn vị, cấp và thời gian: { $count } cuộc.
figures-level-province = Người đứng đầu cấp tỉnh
figures-level-district = Người đứng đầu cấp huyện
figures-level-commune = Người đứng đầu cấp xã
figures-no-title = Không ghi lại tên bài
figures-nothing-kept = Không ghi lại tên bài, nơi đăng, ngày đăng
figures-no-publisher = Không ghi lại nơi đăng
figures-no-day = không ghi lại ngày đăng
# $who (String) - supervisor
# $whom (String) - supervised
# $when (String) - time
figures-supervised = { $who } giám sát: { $whom }; { $when }.
# $who (String) - supervisor
# $whom (String) - supervised
# $paper (String) - paper
# $when (String) - time
figures-supervised-by = { $who } giám sát: { $whom }; Kết luận số { $paper }, { $when }.
finding-plan-not-met = Chưa bảo đảm kế hoạch
finding-no-supervision = Chưa tổ chức giám sát
finding-irregular-supervision = Giám sát chưa thường xuyên
finding-low-attendance = Tỷ lệ nhân dân tham dự còn thấp
finding-no-notice = Chưa ban hành thông báo kết luận
finding-few-dialogues = Số lượng hội nghị chưa nhiều
finding-formality = Còn hình thức
finding-voter-meeting = Nhầm lẫn với tiếp xúc cử tri
finding-delegated = Ủy quyền cho cấp phó
# $from (String) - first day
# $to (String) - last day
figures-days-assumed = Nguồn không in ngày. Ở đây tính từ { $from } đến { $to }.
levels-title = Số cuộc tiếp xúc, đối thoại theo cấp
levels-link = Số cuộc theo cấp trong một khoảng thời gian, tính từ hồ sơ
levels-lead = Tính từ hồ sơ đã công khai trong hệ thống, trong khoảng thời gian ông/bà chọn. Không cộng lẫn với số do báo chí, báo cáo nêu.
levels-unit = Đơn vị và các đơn vị bên dưới
levels-button = Tính
# $unit (String) - unit, or all
# $from (String) - first day
# $to (String) - last day
levels-heading = { $unit }: từ { $from } đến { $to }
levels-all = cuộc đã tổ chức, mỗi cuộc tính một lần
levels-level = Cấp của người chủ trì
levels-number = Số cuộc
levels-note = Cuộc do người đứng đầu hai cấp cùng chủ trì có ở cả hai dòng và tính một lần trong tổng. Tiếp xúc cử tri, tiếp công dân, tọa đàm không tính.
levels-demo = Đơn vị dựng ra để trình diễn không tính.
