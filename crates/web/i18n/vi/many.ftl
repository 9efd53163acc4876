many-publish-title = Công bố nhiều ý kiến
many-publish-this = Công bố ý kiến này
many-publish-send = Công bố các ý kiến đã chọn
# $count (Number) - texts
many-published = { $count ->
   *[other] Đã công bố { $count } ý kiến.
}
# $act (String) - the act
# $count (Number) - rows done
many-done = { $act }: đã thực hiện với { $count } ý kiến.
# $count (Number) - rows left
many-left = { $count ->
   *[other] Còn { $count } ý kiến chưa thực hiện được; ý kiến còn trong danh sách vẫn được chọn:
}
# $standing (String) - where it stands
triage-left-at = Không còn thực hiện được, vì ý kiến đang ở bước: { $standing }.
# $count (Number) - tasks
tasks-many-chosen = { $count ->
   *[other] { $count } nhiệm vụ được chọn
}
tasks-many-urge-help = Mỗi nhiệm vụ được đôn đốc nhiều nhất một lần trong ngày. Cơ quan chủ trì nhận thông báo, lời nhắc ghi trên từng nhiệm vụ.
tasks-bulk = Việc với các nhiệm vụ đã chọn
tasks-bulk-hint = Với các nhiệm vụ đã chọn:
# $task (String) - the task
tasks-choose = Chọn: { $task }
# $act (String) - the act
# $count (Number) - tasks done
tasks-many-done = { $act }: đã thực hiện với { $count } nhiệm vụ.
# $count (Number) - tasks left
tasks-many-left = { $count ->
   *[other] Còn { $count } nhiệm vụ chưa thực hiện được; nhiệm vụ còn trong danh sách vẫn được chọn:
}
triage-key-help = mọi phím tắt
many-submit-title = Trình công bố nhiều ý kiến
many-submit-this = Trình ý kiến này
many-submit-send = Trình người đứng đầu các ý kiến đã chọn
# $count (Number) - texts
many-submitted = { $count ->
   *[other] Đã trình người đứng đầu { $count } ý kiến.
}
bulk-this-page = Các ô đã chọn chỉ tính trên trang đang xem: sang trang hoặc đổi bộ lọc thì chọn lại.
