plan-tab-overview = Tổng quan
plan-tab-contents = Nội dung
plan-tab-brief = Bảng tổng hợp
plan-tab-agenda = Chương trình
plan-tab-announce = Thông báo trước
plan-tab-minutes = Biên bản
plan-tab-notice = Thông báo kết luận
plan-tabs = Các phần của cuộc đối thoại
plan-crumbs = Đường dẫn
plan-print = In
plan-back = Quay lại
plan-more = Xem tiếp
plan-pick = Xin chọn
plan-not-yet = Chưa ghi
plan-there = Đã có
plan-missing = Chưa có
plan-list-title = Các cuộc đối thoại
plan-list-help = Mỗi cuộc đi từ bản dự thảo đến khi mọi kết luận có kết quả.
plan-list-empty = Chưa có cuộc đối thoại nào.
plan-list-empty-first = Bắt đầu bằng một bản dự thảo: chỉ cần tên, ngày và người chủ trì. Phần còn lại ghi sau.
plan-list-none-here = Không có cuộc nào theo lựa chọn này.
plan-filter-state = Lọc theo trạng thái
plan-filter-kind = Lọc theo loại
plan-all-states = Mọi trạng thái
plan-list-all = Xem tất cả các cuộc
plan-all-kinds = Mọi loại
plan-col-when = Thời gian
plan-col-state = Trạng thái
plan-new = Soạn cuộc đối thoại mới
plan-edit = Sửa bản dự thảo
plan-draft-help = Cần tên, ngày và người chủ trì để lưu. Giờ, địa điểm và cách tham dự phải có trước khi thông báo.
plan-title = Tên cuộc đối thoại
plan-title-hint = Như sẽ ghi trên thông báo. Ví dụ: Đối thoại với Nhân dân các thôn Bến Gỗ, Đồng Vàng
plan-day = Ngày tổ chức
plan-day-hint = Ngày trước, tháng sau. Ví dụ: 05/12/2026
plan-time = Giờ bắt đầu
plan-time-hint = Ví dụ: 07:30
plan-place = Địa điểm
plan-kind = Loại
plan-basis = Căn cứ
plan-form = Hình thức
plan-chairs = Người chủ trì
plan-chairs-hint = Chọn một hoặc nhiều người đứng đầu. Nhiều người là đồng chủ trì.
plan-audience = Đối tượng tham dự
plan-audience-hint = Ví dụ: Nhân dân các thôn Bến Gỗ, Đồng Vàng
plan-expected = Số người dự kiến
plan-how-to-join = Cách tham dự
plan-how-to-join-hint = Đến đâu, đăng ký với ai, ai không đến được thì gửi ý kiến thế nào.
plan-keep-draft = Lưu vào hồ sơ
plan-next = Việc tiếp theo:
plan-next-office-submits = Văn phòng hoàn thiện bản dự thảo và trình người chủ trì.
# $chairs (String) - chairs
plan-next-chair-approves = { $chairs } xem và duyệt.
plan-next-office-announces = Văn phòng hoàn thiện nội dung và thông báo cho Nhân dân.
# $day (String) - day
plan-next-hold = Tổ chức đối thoại: { $day }.
plan-next-notice = Văn phòng hoàn thiện biên bản và dự thảo thông báo kết luận.
plan-next-follow = Các cơ quan thực hiện kết luận, Văn phòng theo dõi.
plan-next-nobody = Hồ sơ đã kết thúc, không còn việc phải làm.
plan-decide = Ý kiến của người chủ trì
plan-take-back = Đã duyệt, chưa thông báo
plan-approve-dialogue = Duyệt cuộc đối thoại
plan-submit-dialogue = Trình người chủ trì
plan-return = Trả lại, ghi ý kiến
plan-return-note = Lý do
plan-checklist = Trước khi thông báo
# $when (String) - when
plan-check-time = Thời gian: { $when }
# $place (String) - place
plan-check-place = Địa điểm: { $place }
plan-check-join = Cách tham dự đã ghi
plan-check-approved = Người chủ trì duyệt cuộc đối thoại
# $n (Number) - n
plan-check-topics = { $n ->
    [0] Chưa có nội dung đối thoại
   *[other] { $n } nội dung đối thoại
}
plan-check-contents = Người chủ trì đã duyệt nội dung
# $ready (Number) - ready
# $asked (Number) - asked
plan-check-answers = Dự kiến trả lời: đã duyệt { $ready } trên { $asked }
plan-check-nobody-asked = Cơ quan được giao chuẩn bị trả lời
# $by (String) - by
# $days (Number) - days
# $citation (String) - citation
plan-check-lead = Thông báo chậm nhất { $by }: trước ít nhất { $days } ngày theo { $citation }
plan-facts = Thông tin
plan-log = Ai đã làm gì
plan-log-empty = Chưa trình lần nào.
# $label (String) - label
# $role (String) - role
# $name (String) - name
plan-log-who = { $label } ({ $role }: { $name })
plan-contents-title = Nội dung đã chọn
plan-contents-none = Chưa chọn nội dung nào.
plan-contents-empty = Chưa chọn nội dung nào. Chọn từ các nhóm vấn đề hoặc ý kiến đã phân loại dưới đây.
plan-choose = Chọn thêm nội dung
plan-choose-help = Mỗi nội dung ghi rõ vì sao chọn và từ đâu mà có. Nội dung không xuất phát từ ý kiến nào thì nói rõ như vậy.
plan-choose-button = Thêm nội dung này
plan-source = Nguồn
plan-source-named = Từ nguồn khác
plan-source-named-hint = Báo cáo của Mặt trận, nghị quyết, kết luận kiểm tra. Ghi tên nguồn ở dưới.
plan-source-none = Không xuất phát từ nguồn nào
plan-source-none-hint = Trang nội dung và hồ sơ sẽ ghi rõ điều này.
plan-traces-to-none = Không xuất phát từ ý kiến nào đã tiếp nhận
# $n (Number) - n
plan-opinions = { $n } ý kiến
plan-urgent = Bức xúc
plan-hot = Nổi cộm
plan-topic-title = Tên nội dung
plan-topic-title-hint = Như sẽ công khai trên thông báo, không ghi tên người. Để trống thì lấy tên của nguồn.
plan-topic-reason = Vì sao chọn
plan-topic-reason-hint = Ví dụ: 12 ý kiến của hai thôn, kéo dài từ tháng 6.
plan-topic-source-note = Ghi thêm về nguồn
plan-topic-source-note-hint = Ví dụ: Bảng tổng hợp của Ủy ban MTTQ Việt Nam xã tháng 11/2026
plan-drop = Bỏ nội dung này
# $n (Number) - n
plan-dropped = Đã bỏ { $n } nội dung
plan-submit-contents = Trình nội dung
plan-approve-contents = Duyệt nội dung
plan-brief-title = Bảng tổng hợp ý kiến kèm dự kiến trả lời
plan-brief-empty = Chưa có nội dung nào để tổng hợp. Chọn nội dung trước.
plan-brief-topic = Nội dung
plan-brief-opinions = Ý kiến của Nhân dân
plan-brief-answers = Dự kiến trả lời
plan-brief-nobody-asked = Chưa giao cơ quan nào chuẩn bị.
plan-ask = Giao chuẩn bị trả lời
plan-ask-body = Cơ quan chuẩn bị
plan-ask-button = Giao chuẩn bị
plan-answer-due = Hạn gửi
# $day (String) - day
plan-due-on = Hạn { $day }
plan-answers-title = Dự kiến trả lời được giao
plan-answers-help = Trả lời gọn: đã làm gì, sẽ làm gì, đến ngày nào, căn cứ nào.
plan-answers-empty = Chưa có nội dung nào giao cho cơ quan đồng chí chuẩn bị.
plan-answer-write = Viết dự kiến trả lời
plan-answer-text = Dự kiến trả lời
plan-answer-text-hint = Đã làm gì, sẽ làm gì, đến ngày nào. Viết để người dân nghe là hiểu.
plan-answer-norm = Căn cứ, minh chứng
plan-answer-norm-hint = Số văn bản, điều khoản, biên bản kiểm tra.
plan-answer-submit = Trình dự kiến trả lời
plan-answer-approve = Duyệt dự kiến trả lời
plan-answer-none = Cơ quan được giao chưa viết.
plan-agenda-title = Chương trình cuộc đối thoại
plan-agenda-not-decided = Chương trình này theo nội dung đang chọn; chốt khi người chủ trì duyệt nội dung.
plan-agenda-topic = Người dân nêu, cơ quan trả lời, người chủ trì kết luận.
plan-last-none = Đây là cuộc đối thoại đầu tiên có kết luận trong hệ thống, chưa có kiến nghị kỳ trước.
plan-last-no-conclusions = Cuộc trước chưa có thông báo kết luận nào được ban hành.
# $all (Number) - all
# $resolved (Number) - resolved
# $unresolved (Number) - unresolved
# $escalated (Number) - escalated
plan-last-then = Thông báo kết luận kỳ trước có { $all } việc: { $resolved } đã giải quyết, { $unresolved } chưa giải quyết, { $escalated } kiến nghị cấp trên.
# $all (Number) - all
# $done (Number) - done
# $agreed (Number) - agreed
# $open (Number) - open
plan-last-now = Đến hôm nay, trong { $all } việc: { $done } việc đã có kết quả, trong đó { $agreed } việc người dân đồng ý; { $open } việc đang giải quyết.
plan-last-matter = Việc
plan-last-outcome = Kết luận kỳ trước
plan-last-standing = Hiện nay
plan-last-who = Cơ quan, thời hạn
plan-announce-title = Thông báo cho Nhân dân
plan-announced-on = Ngày thông báo
plan-announced-late = Thông báo muộn hơn quy định
# $by (String) - by
plan-lead-by = Thông báo chậm nhất { $by }.
# $days (Number) - days
# $citation (String) - citation
plan-lead-why = Trước ít nhất { $days } ngày. Theo { $citation }.
plan-announce-lacking = Còn thiếu
plan-announce-not-approved = Cuộc đối thoại chưa được người chủ trì duyệt
plan-announce-button = Thông báo cuộc đối thoại
plan-announce-paper = Bản in để niêm yết và bài đọc loa
plan-late-chair = Đã qua ngày cuối để thông báo đúng quy định. Vẫn thông báo thì đồng chí ghi lý do; chức danh, họ tên và lý do được lưu lại.
plan-late-office = Đã qua ngày cuối để thông báo đúng quy định. Chỉ người chủ trì quyết định thông báo muộn, có ghi lý do.
plan-no-documents-chair = Chưa đủ tài liệu để người dân đọc trước. Vẫn thông báo thì đồng chí ghi lý do; chức danh, họ tên và lý do được lưu lại và công khai.
plan-no-documents-office = Chưa đủ tài liệu để người dân đọc trước: xin đưa lên ở thẻ Tài liệu. Chỉ người chủ trì quyết định thông báo không kèm tài liệu, có ghi lý do.
plan-no-documents-reason = Lý do thông báo không kèm tài liệu
plan-no-documents-hint = Ví dụ: dự thảo đề án còn chờ thẩm định theo Công văn số …
plan-announced-bare = Thông báo không kèm tài liệu
plan-late-reason = Lý do thông báo muộn
plan-late-reason-hint = Ví dụ: bão số 9, phải dời lịch theo Công văn số …
plan-paper-draft = Bản in thử: cuộc đối thoại chưa được thông báo.
plan-paper-stopped = Không dùng giấy này: cuộc đối thoại không tổ chức vào ngày ghi trong giấy.
plan-paper-title = THÔNG BÁO
# $basis (String) - basis
plan-paper-basis = { $basis }, kính mời Nhân dân tham dự cuộc tiếp xúc, đối thoại như sau:
# $time (String) - time
# $day (String) - day
plan-paper-time = Thời gian: { $time }, { $day }.
# $address (String) - address
plan-paper-send = Ai không đến dự được có thể gửi ý kiến tại { $address } hoặc nộp tại trụ sở xã, phường, đặc khu.
plan-loud-title = BÀI ĐỌC TRÊN LOA
# $unit (String) - unit
plan-loud-open = Kính thưa Nhân dân { $unit }.
# $title (String) - title
# $time (String) - time
# $day (String) - day
plan-loud-what = Người đứng đầu cấp ủy, chính quyền tổ chức: { $title }. Thời gian: { $time }, { $day }.
# $place (String) - place
plan-loud-place = Địa điểm: { $place }.
plan-loud-contents = Mở đầu là kết quả giải quyết kiến nghị kỳ trước, sau đó là các nội dung:
plan-loud-send = Kính mời Nhân dân đến dự. Ai không đến được, xin gửi ý kiến qua trưởng thôn, tổ trưởng hoặc nộp tại trụ sở.
# $time (String) - time
# $day (String) - day
plan-loud-again = Xin nhắc lại: { $time }, { $day }. Trân trọng cảm ơn.
plan-head-title = Việc của tôi
# $waiting (Number) - waiting
# $next (Number) - next
plan-head-lead-line = Có { $waiting } văn bản chờ quyết định, { $next ->
    [0] chưa có cuộc nào sắp tới
   *[other] { $next } cuộc sắp tới
}.
# $next (Number) - next
plan-head-lead-none = Không có văn bản nào chờ quyết định, { $next ->
    [0] chưa có cuộc nào sắp tới
   *[other] { $next } cuộc sắp tới
}.
plan-head-waiting = Chờ quyết định
plan-head-nothing = Không có văn bản nào chờ quyết định.
# $by (String) - by
# $days (Number) - days
# $citation (String) - citation
plan-head-lead = Thông báo sau { $by } sẽ không đủ { $days } ngày theo { $citation }.
plan-head-next = Các cuộc sắp tới
plan-head-no-next = Chưa có cuộc nào sắp tới.
plan-nav-mine = Việc của tôi
plan-nav-answers = Dự kiến trả lời
plan-tab-documents = Tài liệu
plan-tab-sites = Điểm tổ chức
plan-tab-day = Hoãn, đổi ngày
plan-kind-beside-hint = Không tính là đối thoại: ghi vào sổ họp khác.
plan-beside-note = Cuộc này không phải là tiếp xúc, đối thoại của người đứng đầu nên không nhập ở đây và không vào số liệu đối thoại.
plan-beside-go = Ghi vào sổ họp khác
plan-audiences = Nhóm đối tượng
plan-audiences-hint = Để thấy trong năm đã đối thoại với những ai, còn thiếu ai.
plan-fields = Lĩnh vực
plan-area = Địa bàn, nơi tập trung
plan-area-hint = Khi không phải thôn, tổ dân phố. Ví dụ: Cụm công nghiệp Vân Đông
plan-join-link = Đường dẫn, kênh tham dự trực tuyến
plan-join-link-hint = Bắt buộc khi tổ chức trực tuyến hoặc kết hợp. Ví dụ: kênh truyền thanh xã, phòng họp trực tuyến
plan-council = Đồng chủ trì của Thường trực HĐND
plan-council-hint = Bắt buộc khi đối thoại theo Luật Tổ chức chính quyền địa phương, Điều 43.
plan-council-none = Không có
plan-held-at = Tổ chức tại
plan-held-at-hint = Khi người đứng đầu cấp trên về một xã, phường: tính cho cấp trên, ghi nơi tổ chức tại xã, phường đó.
plan-held-at-none = Tại đơn vị tổ chức
plan-party = Cấp ủy
plan-party-invited = Đã mời cấp ủy dự
plan-party-hint = Điều 43 yêu cầu mời cấp ủy cùng cấp.
plan-pilot = Thí điểm
plan-pilot-yes = Cuộc thí điểm
plan-pilot-hint = Cuộc thí điểm được xem riêng trong số liệu.
plan-from-plan = Theo kế hoạch năm
# $year (String) - year
plan-from-plan-yes = Có trong kế hoạch năm { $year }
plan-all-years = Mọi năm
plan-filter-year = Lọc theo năm
# $label (String) - label
# $n (Number) - n
plan-with-count = { $label } ({ $n })
# $head (String) - head
plan-narrowed-head = Do { $head } chủ trì.
plan-narrowed-pilot = Chỉ các cuộc thí điểm.
plan-narrowed-no-pilot = Không gồm các cuộc thí điểm.
plan-narrowed-held = Chỉ các cuộc đã tổ chức.
plan-narrowed-off = Bỏ lọc
plan-next-postponed = Văn phòng hoặc người chủ trì định ngày mới.
plan-next-cancelled = Không tổ chức nữa; không còn việc phải làm ở cuộc này.
plan-clash-title = Kiểm tra trùng lịch
plan-clash-help = Hệ thống chỉ nhắc. Văn phòng xem và quyết định.
# $post (String) - post
plan-clash-head = { $post } có cuộc khác cùng ngày, cùng giờ
# $post (String) - post
plan-clash-head-other-time = { $post } có cuộc khác cùng ngày, khác giờ
# $village (String) - village
plan-clash-village-same-day = { $village } được mời hai cuộc cùng ngày
# $village (String) - village
# $days (Number) - days
plan-clash-village = { $village } được mời lại sau { $days } ngày
# $kind (String) - kind
plan-clash-side = Cùng ngày có { $kind }
plan-day-help = Hoãn hoặc không tổ chức phải có lý do và văn bản. Người dân xem được ngay trên trang của cuộc đối thoại; mọi lần thay đổi đều được lưu.
plan-replan = Định ngày mới
plan-replan-help = Văn phòng định ngày thì người chủ trì duyệt lại; người chủ trì định thì coi như đã duyệt. Sau đó thông báo lại cho Nhân dân, đủ số ngày báo trước.
plan-postpone-or-cancel = Hoãn hoặc không tổ chức
plan-postpone = Hoãn cuộc đối thoại
plan-cancel = Không tổ chức nữa
plan-day-nothing = Ngày của cuộc này không thay đổi được nữa.
plan-day-office = Văn phòng hoặc người chủ trì ghi việc hoãn, đổi ngày hay không tổ chức cuộc này.
plan-day-history = Thay đổi về ngày
plan-day-unchanged = Chưa thay đổi lần nào.
plan-stop-reason = Lý do
plan-stop-reason-hint = Người dân đọc được. Ví dụ: mưa bão, đường vào thôn bị ngập
plan-stop-paper = Văn bản
plan-stop-paper-hint = Số, ký hiệu. Ví dụ: 203/UBND-VP
plan-stop-paper-on = Ngày của văn bản
plan-new-day = Ngày mới
plan-as-before = Để trống thì giữ như cũ.
# $from (String) - from
# $to (String) - to
plan-change-from-to = Từ { $from } sang { $to }
# $from (String) - from
plan-change-from = Ngày đã định: { $from }
# $reason (String) - reason
plan-change-reason = Lý do: { $reason }
# $paper (String) - paper
plan-change-paper = Văn bản: { $paper }
# $paper (String) - paper
# $on (String) - on
plan-change-paper-on = Văn bản: { $paper } ngày { $on }
# $who (String) - who
# $on (String) - on
plan-change-who = { $who }, ngày { $on }
plan-sites-help = Đơn vị rộng có thể tổ chức theo cụm thôn. Mỗi điểm có nơi, giờ và các thôn đến dự; một hội nghị nhiều điểm vẫn tính là một cuộc, trừ khi quy định của địa phương tính khác.
plan-sites-none = Chưa ghi điểm nào: cuộc này chỉ có một điểm.
plan-sites-none-add = Thêm điểm để ghi các thôn được mời; hệ thống nhắc khi một thôn bị mời trùng.
plan-site-add = Thêm điểm tổ chức
plan-site-edit = Sửa
plan-site-remove = Bỏ
plan-site-keep = Lưu điểm tổ chức
plan-site-villages = Các thôn, tổ dân phố đến dự
plan-site-people = Số người đến
plan-site-day-hint = Để trống khi cùng ngày với cuộc đối thoại.
plan-site-same-day = Cùng ngày, giờ với cuộc đối thoại
plan-docs-help = Tài liệu phần thông tin, tuyên truyền: chủ trương, chính sách, dự án để người dân đọc trước. Công khai cùng thông báo, ghi rõ từ ngày nào.
plan-docs-none = Chưa có tài liệu nào.
plan-docs-none-add = Thêm tài liệu để người dân đọc trước khi đến dự.
plan-doc-add = Thêm tài liệu
plan-doc-keep = Thêm tài liệu này
plan-doc-title = Tên tài liệu
plan-doc-title-hint = Để trống thì lấy tên tệp.
plan-doc-symbol = Số, ký hiệu văn bản
plan-doc-file = Tệp tài liệu
plan-doc-file-hint = PDF, Word, Excel hoặc ảnh, không quá 10 MB.
plan-doc-waits = Công khai khi thông báo cuộc đối thoại
plan-doc-at-once = Cuộc này đã thông báo: tài liệu thêm vào được công khai ngay.
# $day (String) - day
plan-doc-since = Công khai từ ngày { $day }
plan-check-no-documents = Tài liệu công khai trước
# $n (Number) - n
plan-check-documents = { $n } tài liệu công khai cùng thông báo
plan-pilot-reach = Thí điểm cho ai, ở đâu
plan-pilot-reach-hint = Chỉ ghi khi là cuộc thí điểm. Ví dụ: hai xã; doanh nghiệp trong cụm công nghiệp.
plan-pilot-paper = Văn bản cho thí điểm
plan-pilot-from = Thí điểm từ ngày
plan-pilot-to = Thí điểm đến ngày
# $paper (String) - paper
plan-pilot-by = theo { $paper }
plan-pilot-filter = Thí điểm
plan-answers-open = Cần soạn
plan-answers-all = Tất cả
plan-answers-none-open = Không còn dự kiến trả lời nào cơ quan đồng chí phải soạn.
