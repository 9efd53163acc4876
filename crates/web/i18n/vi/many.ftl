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
triage-key-help = mọi phím tắt
