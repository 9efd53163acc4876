unit-kick-now = Đơn vị hành chính
unit-kick-former = Đơn vị hành chính cũ
unit-unconfirmed = Chưa xác nhận
unit-unconfirmed-text = Có nguồn nhắc tên đơn vị này, nhưng danh sách trước và sau ngày 01/7/2025 đều không có. Mã và đơn vị kế tiếp chưa được xác nhận.
unit-see-today = Xem tình hình hiện nay
unit-now = Nay là
unit-then = Sau đó là
unit-before = Trước đó là
unit-believed = chưa xác nhận
# $count (Number) - units
unit-divided = Đơn vị này đã chia về { $count } nơi
unit-divided-text = Danh sách đơn vị không ghi thôn, tổ dân phố nào về nơi nào, nên trang này không đoán thay ông/bà. Ông/bà tìm theo thôn nơi mình ở, hoặc hỏi tại một trong các nơi dưới đây.
unit-divided-ask = Thôn, tổ dân phố nơi ông/bà ở
unit-about = Về đơn vị này
unit-level = Cấp
unit-level-province = Tỉnh, thành phố trực thuộc trung ương
unit-level-district = Huyện, quận, thị xã, thành phố thuộc tỉnh
unit-level-commune = Xã, phường, thị trấn, đặc khu
unit-period = Thời gian
# $years (String) - years as the source says them
unit-period-known = Có nguồn nhắc đến vào { $years }; không rõ ngày bắt đầu và kết thúc
# $from (String) - first day
# $to (String) - last day
unit-period-both = Từ ngày { $from } đến hết ngày { $to }
# $from (String) - first day
unit-period-from = Từ ngày { $from }
# $to (String) - last day
unit-period-until = Đến hết ngày { $to }, theo danh sách giữa năm 2025; danh sách không ghi ngày bắt đầu
unit-period-unknown = Không rõ
unit-code = Mã đơn vị
unit-code-unknown = Chưa rõ mã
unit-source = Nguồn
# $source (String) - source
unit-source-list = Danh sách đơn vị hành chính, { $source }
# $seed (String) - name of the document
unit-source-seed = Tài liệu ban đầu { $seed }
unit-villages = Thôn, tổ dân phố
# $name (String) - village
# $day (String) - last day
unit-village-until = { $name } (đến hết ngày { $day })
unit-below = Các đơn vị trực thuộc
unit-same-code = Cùng mã này vào thời gian khác
# $day (String) - day
unit-none-then = Ngày { $day } không có đơn vị nào mang mã này
unit-none-then-text = Mã này là của đơn vị dưới đây, vào thời gian ghi bên cạnh.
unit-history = Đơn vị này trước ngày 01/7/2025
find-now = Nay là:
find-now-ask = Nay là một trong các nơi sau, tùy thôn nơi ông/bà ở:
find-now-believed = Nay được cho là (chưa xác nhận):
find-until-2025 = Tên cũ, đến hết ngày 30/6/2025
find-earlier = Tên cũ, theo nguồn đã dẫn; chưa xác nhận
find-village-over = Thôn, tổ dân phố cũ
# $name (String) - village
# $unit (String) - former commune
village-of-former = { $name }, { $unit } (cũ)
# $name (String) - village
village-former = { $name } (cũ)
# $name (String) - former village
# $now (String) - village of today
village-now = { $name }, nay là { $now }
# $name (String) - former village
# $now (String) - villages of today
village-divided = { $name }, nay đã chia về các nơi: { $now }
# $name (String) - village
# $day (String) - first day
village-since = { $name } (từ ngày { $day })
unit-rules = Quy chế, quy định của nơi này lúc đó
