menu-title = Mục lục
menu-all = Mọi mục
# $group (String) - the noun
menu-within = Trong mục { $group }
menu-today = Hôm nay
menu-opinions = Ý kiến
menu-enter = Nhập ý kiến
menu-meetings = Các cuộc đối thoại
menu-tasks = Nhiệm vụ đã giao
menu-results = Việc theo dõi
menu-waiting = Theo cơ quan
menu-documents = Văn bản quy chế
menu-books = Sổ sách
menu-register = Sổ công khai
menu-links = Đường dẫn cho thôn
menu-defects = Hạn chế nội bộ
menu-handover = Bàn giao
menu-overview = Tổng quan
menu-policy = Chính sách công bố
menu-me = Cá nhân
# $count (Number) - news not seen
menu-me-news = Cá nhân ({ $count })
menu-password = Đổi mật khẩu
menu-reminders = Nhắc việc
