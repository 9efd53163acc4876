# $unit (String) - commune
send-to = Gửi tới { $unit }.
# $step (Number) - step
send-step = Bước { $step } trong 3
send-start-title = Ông/bà muốn nói điều gì?
send-place = Ông/bà gửi tới xã, phường, đặc khu nào?
send-place-hint = Có thể gõ không dấu, hoặc gõ tên thôn, tên xã cũ. Ví dụ: nam sach
send-place-which = Có nhiều nơi gần với tên này
# $names (String) - former names
send-place-formers = Tên cũ: { $names }
send-kind = Ý kiến của ông/bà thuộc loại nào?
send-kind-hint = Chọn loại gần nhất. Chọn nhầm cũng không sao, cán bộ sẽ xếp lại.
send-sealed-hint = Hai loại dưới đây có luật riêng. Trang này không nhận nội dung, chỉ hướng dẫn nơi gửi đúng:
send-means-petition = Đề nghị địa phương làm, sửa hoặc giải quyết một việc
send-means-feedback = Báo cho địa phương biết một việc đang xảy ra để xem xét
send-means-proposal = Nêu một cách làm mới, một ý tưởng cho địa phương
send-means-consultation = Góp ý vào kế hoạch, dự án hoặc việc địa phương đang hỏi ý kiến
send-means-question = Hỏi để được giải thích, hướng dẫn
send-means-aspiration = Nói điều mình mong muốn hoặc lo lắng để người đứng đầu lắng nghe
send-means-complaint = Cho rằng một quyết định, việc làm của cơ quan, cán bộ là trái luật và xâm phạm quyền, lợi ích của mình
send-means-denunciation = Báo cho cơ quan có thẩm quyền về việc làm trái pháp luật của một người, một cơ quan
send-go-on = Tiếp tục
send-no-account = Không cần tài khoản. Ông/bà không cần biết cơ quan nào giải quyết.
send-title = Ý kiến của ông/bà
send-one-matter = Mỗi ý kiến nên nói một việc. Ông/bà không cần biết cơ quan nào giải quyết.
send-chosen = Ông/bà đã chọn
send-choose-again = Chọn lại
send-body = Nội dung ý kiến
send-body-hint = Việc gì, ở đâu, từ bao giờ, ông/bà đề nghị thế nào. Xin không ghi số căn cước, số điện thoại ở đây.
send-village = Việc ở thôn, tổ dân phố nào?
send-village-hint = Nếu không rõ, ông/bà chọn “Không rõ”.
send-village-choose = Chọn trong danh sách
send-village-not-sure = Không rõ
send-where = Chỗ nào? (không bắt buộc)
send-where-hint = Ví dụ: trước cổng trường mầm non
send-occurred = Việc xảy ra ngày nào? (không bắt buộc)
send-occurred-hint = Ngày trước, tháng sau. Ví dụ: 15/11/2026
send-files = Ảnh hoặc giấy tờ (không bắt buộc)
send-files-hint = Tối đa 5 tệp, mỗi tệp 10 MB: ảnh, PDF, Word, Excel, âm thanh, video MP4. Với ảnh JPEG, PNG, WebP, hệ thống tự bỏ thông tin vị trí và tên máy; các loại tệp khác được giữ nguyên.
send-file-kept = Đã lưu. Bỏ dấu chọn nếu không muốn gửi tệp này
send-who = Người gửi (không bắt buộc)
send-p19 = Gửi qua mạng thì chưa có chữ ký, nên được tiếp nhận và xử lý như phản ánh. Bản giấy có đủ họ tên, địa chỉ và chữ ký, nộp tại trụ sở, được xem xét như kiến nghị và có văn bản trả lời cho chính người ký.
# $days (Number) - working days
send-p19-clock = Dù có ghi tên hay không, ông/bà được báo nơi giải quyết trong { $days } ngày làm việc.
send-name = Họ và tên
send-phone = Số điện thoại
send-address = Địa chỉ
send-publish = Khi ý kiến này được công bố
send-publish-hint = Cán bộ giải quyết xem được tên nếu ông/bà ghi ở trên. Người khác thì không.
send-publish-no = Không ghi tên tôi
send-publish-yes = Ghi họ và tên tôi
send-next-is-check = Ông/bà được đọc lại một lần trước khi gửi. Nội dung đã gõ vẫn được giữ.
send-check-title = Đọc lại trước khi gửi
send-check-lead = Ý kiến chưa được gửi. Ông/bà đọc lại, đúng rồi thì bấm “Gửi ý kiến”.
send-kind-word = Loại
send-village-word = Thôn, tổ dân phố
send-where-word = Chỗ
send-occurred-word = Ngày xảy ra
send-files-word = Tệp kèm theo
send-name-word = Họ và tên
send-phone-word = Điện thoại
send-address-word = Địa chỉ
send-publish-word = Khi công bố
send-none = Không có
send-not-given = Không ghi
send-as-feedback = Gửi qua mạng chưa có chữ ký nên được xử lý như phản ánh. Muốn có văn bản trả lời cho người ký, ông/bà nộp thêm bản giấy có họ tên, địa chỉ và chữ ký tại trụ sở.
send-button = Gửi ý kiến
send-mend = Sửa lại
receipt-title = Phiếu nhận ý kiến
# $unit (String) - commune
receipt-thanks = { $unit } đã nhận ý kiến của ông/bà
# $moment (String) - moment
receipt-durable = Xin cảm ơn ông/bà. Ý kiến đã được lưu lúc { $moment }.
# $count (Number) - files
# $moment (String) - moment
receipt-durable-files = { $count ->
   *[other] Xin cảm ơn ông/bà. Ý kiến và { $count } tệp đã được lưu lúc { $moment }.
}
receipt-keep = Ông/bà in phiếu, chụp ảnh phiếu, hoặc chép lại mã và số bí mật. Trang này chỉ hiện trong 30 phút.
receipt-code = Mã theo dõi
receipt-matter = Việc
receipt-at = Nhận lúc
receipt-channel = Cách gửi
receipt-by-web = Qua mạng, người dân tự gửi
# $who (String) - office
# $day (String) - day
receipt-next = { $who } báo nơi giải quyết, chậm nhất { $day }.
receipt-scan = Quét để xem
receipt-qr = Mã QR dẫn tới trang theo dõi ý kiến này
receipt-secret = Số bí mật, chỉ in một lần, cán bộ không xem lại được
receipt-secret-use = Cần số này khi trả lời đồng ý hoặc chưa đồng ý với kết quả. Xin cất phiếu cẩn thận.
# $address (String) - address
receipt-see-at = Mở mục Theo dõi của trang { $address } hoặc mang phiếu đến hỏi tại trụ sở.
receipt-see = Xem ý kiến này
receipt-large = In chữ to
receipt-plain = Chữ thường
receipt-print = Để in: mở mục In của trình duyệt (máy tính: phím Ctrl và P; điện thoại: Chia sẻ, rồi In).
receipt-then = Việc tiếp theo
receipt-then-told = Báo nơi giải quyết
# $who (String) - office
receipt-then-told-text = { $who } đọc, phân loại và báo ông/bà việc được chuyển đến đâu.
receipt-then-result = Giải quyết và báo kết quả
receipt-then-result-text = Trang theo dõi ghi từng bước: ai đang làm, hạn ngày nào, kết quả và căn cứ.
receipt-then-verdict = Ông/bà trả lời
receipt-then-verdict-text = Đồng ý thì kết thúc. Chưa đồng ý thì việc được mở lại một lần.
receipt-gone-title = Phiếu không còn hiện ở đây
receipt-gone-text = Vì an toàn, phiếu chỉ hiện trong 30 phút trên máy đã gửi. Nếu có mã, ông/bà vẫn theo dõi được.
lawful-back = Quay lại bước 1
lawful-other = Việc của tôi là loại khác
lawful-where = Gửi ở đâu
lawful-note-title = Xin lưu ý
lawful-complaint-title = Khiếu nại gửi theo Luật Khiếu nại
lawful-complaint-lead = Khiếu nại có trình tự, thời hạn và người giải quyết do luật định. Để bảo vệ quyền của ông/bà, trang này không nhận nội dung khiếu nại.
lawful-complaint-1 = Khiếu nại lần đầu: gửi đến chính người hoặc cơ quan đã ra quyết định, đã làm việc đó.
# $unit (String) - commune
lawful-complaint-2 = Với quyết định, việc làm của { $unit }: nộp đơn, hoặc trình bày trực tiếp tại nơi tiếp công dân ở trụ sở { $unit }.
lawful-complaint-3 = Đơn ghi ngày, tháng, năm; họ tên, địa chỉ; nội dung, lý do, yêu cầu; và có chữ ký hoặc điểm chỉ.
lawful-complaint-note = Thời hiệu khiếu nại được tính từ ngày ông/bà nhận hoặc biết được quyết định, việc làm đó. Không rõ cách làm, ông/bà hỏi tại nơi tiếp công dân hoặc trợ giúp pháp lý.
lawful-denunciation-title = Tố cáo gửi theo Luật Tố cáo
lawful-denunciation-lead = Luật Tố cáo giữ bí mật tên và thông tin của người tố cáo. Trang này không bảo đảm được điều đó, nên không nhận nội dung tố cáo.
lawful-denunciation-1 = Gửi đến người đứng đầu cơ quan, tổ chức có thẩm quyền quản lý người bị tố cáo, không gửi cho chính người bị tố cáo.
# $unit (String) - commune
lawful-denunciation-2 = Nộp đơn hoặc trình bày trực tiếp tại nơi tiếp công dân của { $unit }. Nếu người bị tố cáo là lãnh đạo ở đây, gửi lên nơi tiếp công dân của tỉnh, thành phố.
lawful-denunciation-3 = Việc có dấu hiệu tội phạm: báo Công an hoặc Viện kiểm sát nơi gần nhất.
lawful-denunciation-note = Xin không ghi nội dung tố cáo vào ô ý kiến ở trang này hoặc gửi qua người khác. Người tố cáo có quyền đề nghị được giữ bí mật và được bảo vệ.
# $unit (String) - commune
send-no-office-title = { $unit } chưa nhận ý kiến qua trang này
send-no-office-lead = Chưa có cơ quan nào của nơi này đọc ý kiến ở đây, nên chúng tôi không nhận để ông/bà khỏi chờ mà không ai trả lời.
send-no-office-instead = Ông/bà gửi ở đâu
# $unit (String) - commune
send-no-office-1 = Đến trụ sở { $unit }, nói hoặc nộp đơn giấy, và xin giấy biên nhận.
send-no-office-2 = Nhờ trưởng thôn, tổ trưởng chuyển giúp, hoặc nêu tại hội nghị đối thoại.
send-no-office-other = Chọn xã, phường khác
# $unit (String) - commune
send-no-office-page = Về trang của { $unit }
send-publish-never = Nơi này không công bố tên người gửi.
