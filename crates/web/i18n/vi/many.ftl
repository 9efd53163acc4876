many-publish-title = Công bố nhiều ý kiến
many-publish-this = Công bố ý kiến này
many-publish-send = Công bố các ý kiến đã chọn
# $count (Number) - texts
many-published = { $count ->
   *[other] Đã công bố { $count } ý kiến.
}
# $act (String) - the act
# $count (Number) - rows done
many-done = { $act }: đã làm { $count } ý kiến.
# $count (Number) - rows left
many-left = { $count ->
   *[other] Còn { $count } ý kiến chưa làm được, vẫn được chọn:
}
# $standing (String) - where it stands
triage-left-at = Việc này không còn làm được: { $standing }.
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
tasks-many-done = { $act }: đã làm { $count } nhiệm vụ.
# $count (Number) - tasks left
tasks-many-left = { $count ->
   *[other] Còn { $count } nhiệm vụ chưa làm được, vẫn được chọn:
}
triage-key-help = mọi phím tắt
