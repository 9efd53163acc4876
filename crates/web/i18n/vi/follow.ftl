follow-title = Theo dõi ý kiến
follow-lead = Nhập mã in trên phiếu để xem việc đã đến bước nào, ai làm tiếp và hạn ngày nào.
follow-code = Mã theo dõi
follow-code-hint = 17 chữ và số trên phiếu. Gõ chữ thường hay chữ hoa, có hay không có dấu gạch đều được.
follow-button = Xem ý kiến
follow-open = Xem ý kiến đang theo dõi trên máy này
follow-lost-title = Mất phiếu?
follow-lost-text = Ông/bà đến Văn phòng HĐND và UBND xã, phường nơi đã gửi, mang theo giấy tờ. Nếu khi gửi có ghi họ tên, cán bộ tìm được ý kiến, đọc kết quả và cấp lại phiếu cho ông/bà. Nếu không ghi tên, ông/bà nhờ trưởng thôn, tổ trưởng xác nhận.
# $code (String) - tracking code
follow-thread-title = Ý kiến mã { $code }
# $n (Number) - which
# $of (Number) - of how many
follow-matter-of = Việc { $n } trong { $of }
follow-ask = Ông/bà thấy việc này đã được giải quyết chưa?
# $day (String) - day
follow-ask-text = Mời ông/bà trả lời, chậm nhất { $day }. Từng bước và giấy tờ kèm theo ở bên dưới.
# $day (String) - day
follow-ask-still = Mời ông/bà trả lời. Ngày hẹn trả lời { $day } đã qua, ông/bà vẫn trả lời được. Từng bước và giấy tờ kèm theo ở bên dưới.
follow-ask-result = Cơ quan giải quyết báo kết quả:
follow-secret = Số bí mật trên phiếu (6 chữ số)
follow-secret-hint = Số này chỉ in trên phiếu của ông/bà, cán bộ không xem được.
follow-answer = Trả lời của ông/bà
follow-agree = Tôi đồng ý với kết quả
follow-disagree = Tôi chưa đồng ý
follow-disagree-hint = Ghi lý do ở dưới. Việc được mở lại một lần để giải quyết tiếp.
follow-disagree-again-hint = Ghi lý do ở dưới. Việc đã mở lại một lần, nên hệ thống chỉ rõ bước tiếp theo.
follow-reason = Lý do, nếu chưa đồng ý
follow-give = Gửi trả lời
follow-silence = Không trả lời không có nghĩa là đồng ý. Mất số bí mật, ông/bà mang mã đến trả lời tại quầy, nơi đã gửi.
# $day (String) - day
follow-said-agreed = Câu trả lời của ông/bà đã được lưu ngày { $day }: đồng ý với kết quả.
# $day (String) - day
follow-said-disagreed = Câu trả lời của ông/bà đã được lưu ngày { $day }: chưa đồng ý.
follow-path-title = Bước tiếp theo của ông/bà
follow-path-text = Việc đã được mở lại một lần và ông/bà vẫn chưa đồng ý. Ông/bà có thể:
# $unit (String) - commune
follow-path-reception = Gặp người đứng đầu tại buổi tiếp công dân của { $unit }. Mang theo phiếu này.
follow-path-complaint = Khiếu nại theo Luật Khiếu nại, nếu cho rằng một quyết định, việc làm của cơ quan là trái luật và xâm phạm quyền, lợi ích của mình.
follow-today-title = Kết luận và hiện nay
# $day (String) - day
follow-outcome-on = Kết luận ngày { $day }
follow-frozen = Ghi trong thông báo, không thay đổi.
# $day (String) - day
follow-today = Hiện nay, { $day }
follow-part = Phần ý kiến về việc này
follow-this = Việc này
follow-publication-title = Công bố ý kiến
follow-judged-title = Đánh giá và công bố
# $day (String) - day
follow-publication-open = Chưa quyết định có công bố hay không; hạn quyết định: ngày { $day }.
# $day (String) - day
follow-publication-late = Chưa quyết định có công bố hay không, dù hạn quyết định là ngày { $day }.
# $by (String) - post
follow-published = Đã công bố, { $by } duyệt.
follow-withheld-by-law = Không công bố: nội dung thuộc luật riêng. Ông/bà vẫn xem được các bước ở đây.
# $ground (String) - ground
# $by (String) - post
follow-withheld = Không công bố, { $by } quyết định. Lý do: { $ground }. Ông/bà vẫn xem được mọi bước và câu trả lời ở đây.
follow-published-text = Nội dung đã công bố
follow-yours = Ông/bà đã viết
follow-sealed = Nội dung này thuộc khiếu nại hoặc tố cáo nên đã được niêm phong và chuyển theo luật riêng. Nội dung không còn hiện ở đây.
# $unit (String) - commune
# $moment (String) - moment
# $channel (String) - channel
follow-sent = Gửi tới { $unit }, { $moment }. { $channel }.
follow-private = Trang này không hiện họ tên, điện thoại, địa chỉ của ông/bà, để người khác nhìn thấy mã cũng không biết.
follow-close = Đóng, không theo dõi trên máy này nữa
counter-title = Trả lời tại quầy
counter-lead = Người dân mang mã đến và nói có đồng ý với kết quả không. Đồng chí ghi lại; câu trả lời được đánh dấu “tại quầy” và đếm riêng. Không hỏi số bí mật.
counter-code = Mã trên phiếu của người dân
counter-find = Tìm ý kiến
counter-nothing = Ý kiến này không có việc nào đang chờ người dân trả lời.
counter-elsewhere = Mã này không thuộc đơn vị của đồng chí. Mời người dân đến xã, phường nơi đã gửi.
counter-said = Người dân nói
counter-agree = Đồng ý với kết quả
counter-disagree = Chưa đồng ý
counter-reason = Lý do, ghi đúng lời người dân
counter-record = Ghi câu trả lời
# $standing (String) - standing
counter-done = Đã ghi. Việc này nay là: { $standing }.
